package org.lfnkr.zabuton.simulator;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as a bank makes it of an account's movements: 全銀協 入出金取引明細, 200 bytes a record, dates in
 * years of Reiwa, half-width kana.
 */
public final class BankStatement {

    private static final int REIWA = 2018;
    private static final Charset OF_BANKS = Charset.forName("Shift_JIS");

    private final long opening;
    private final List<Movement> movements = new ArrayList<>();
    private String number = "1234567";

    /**
     * @param opening yen that the account had before
     */
    public BankStatement(long opening) {
        this.opening = opening;
    }

    private record Movement(LocalDate day, long yen, String payer, String note) {}

    /**
     * @param yen below zero where it left
     * @param payer in half-width kana, as the note
     */
    public BankStatement row(LocalDate day, long yen, String payer, String note) {
        movements.add(new Movement(day, yen, payer, note));
        return this;
    }

    public BankStatement ofAccount(String digits) {
        number = digits;
        return this;
    }

    /** Only some of its rows, as a file of other days would have them. */
    public BankStatement cut(int from, int to) {
        BankStatement part = new BankStatement(opening + sum(movements.subList(0, from)));
        part.number = number;
        part.movements.addAll(movements.subList(from, to));
        return part;
    }

    public int size() {
        return movements.size();
    }

    public long closing() {
        return opening + sum(movements);
    }

    String text() {
        return new String(bytes(), OF_BANKS);
    }

    public byte[] bytes() {
        StringBuilder file = new StringBuilder(header());
        for (int i = 0; i < movements.size(); i++) {
            file.append(data(i + 1, movements.get(i)));
        }
        return file.append(trailer()).append(end()).toString().getBytes(OF_BANKS);
    }

    private String header() {
        LocalDate from = movements.getFirst().day();
        LocalDate until = movements.getLast().day();
        return record(
                "1030"
                        + day(until)
                        + day(from)
                        + day(until)
                        + "0001"
                        + text("ﾐﾎﾝ", 15)
                        + "001"
                        + text("ﾐﾎﾝ", 15)
                        + "   1"
                        + digits(Long.parseLong(number), 10)
                        + text("ﾐﾎﾝ", 40)
                        + sign(opening)
                        + "1"
                        + digits(Math.abs(opening), 14));
    }

    private static String data(int no, Movement row) {
        return record(
                "2"
                        + digits(no, 8)
                        + day(row.day())
                        + day(row.day())
                        + (row.yen() > 0 ? "1" : "2")
                        + (row.payer().isEmpty() ? "18" : "11")
                        + digits(Math.abs(row.yen()), 12)
                        + "0".repeat(12 + 6 + 6 + 1 + 7 + 3 + 10)
                        + text(row.payer(), 48)
                        + text("", 15 + 15)
                        + text(row.note(), 20));
    }

    private String trailer() {
        return record(
                "8"
                        + digits(count(true), 6)
                        + digits(sum(true), 13)
                        + digits(count(false), 6)
                        + digits(-sum(false), 13)
                        + sign(closing())
                        + digits(Math.abs(closing()), 14)
                        + digits(movements.size(), 7));
    }

    private String end() {
        return record("9" + digits(movements.size() + 3L, 10) + "00001");
    }

    private long count(boolean came) {
        return movements.stream().filter(row -> row.yen() > 0 == came).count();
    }

    private long sum(boolean came) {
        return sum(movements.stream().filter(row -> row.yen() > 0 == came).toList());
    }

    private static long sum(List<Movement> rows) {
        return rows.stream().mapToLong(Movement::yen).sum();
    }

    private static String day(LocalDate day) {
        return "%02d%02d%02d"
                .formatted(day.getYear() - REIWA, day.getMonthValue(), day.getDayOfMonth());
    }

    private static String sign(long yen) {
        return yen < 0 ? "2" : "1";
    }

    private static String digits(long number, int width) {
        return ("%0" + width + "d").formatted(number);
    }

    private static String text(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String record(String fields) {
        return text(fields, 200) + "\r\n";
    }
}
