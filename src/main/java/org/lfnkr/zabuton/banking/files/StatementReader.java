package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 全銀協 入出金取引明細 (種別 03): all movements of an account between two balances, with control totals. */
record StatementReader(LocalDate today) {

    private static final char OVERDRAWN = '2';

    BankFile read(byte[] file) throws UnreadableLine {
        Frame frame = Frame.of(Records.of(file), "03");
        Field header = frame.header();
        Money opening = signed(header.yen(116, 14), header, 114);
        List<FileRow> rows = new ArrayList<>();
        Money before = opening;
        for (Field data : frame.data()) {
            FileRow row = row(data).behind(before);
            rows.add(row);
            before = before.plus(row.yen());
        }
        BankFile read = new BankFile(holder(header), rows, opening);
        check(frame, read, before);
        return read;
    }

    private static String holder(Field header) {
        return header.text(23, 4) + header.text(42, 3) + header.text(63, 11).strip();
    }

    private static Money signed(Money yen, Field record, int sign) {
        return record.text(sign, 1).charAt(0) == OVERDRAWN ? Money.ZERO.minus(yen) : yen;
    }

    private FileRow row(Field data) throws UnreadableLine {
        String payer = data.text(82, 48).strip();
        String note =
                String.join(" ", data.text(160, 20).strip(), data.text(180, 20).strip()).strip();
        RowSort sort = Sorts.of(data.text(23, 2), note + " " + payer);
        return new FileRow(data.line(), data.day(10, today), yen(data), null, sort, payer, note);
    }

    private static Money yen(Field data) throws UnreadableLine {
        Money yen = data.yen(25, 12);
        if (yen.isZero()) {
            throw new UnreadableLine("zero", data.line());
        }
        return switch (data.text(22, 1)) {
            case "1" -> yen;
            case "2" -> Money.ZERO.minus(yen);
            default -> throw new UnreadableLine("direction", data.line());
        };
    }

    private static void check(Frame frame, BankFile read, Money closing) throws UnreadableLine {
        Field trailer = frame.trailer();
        int line = trailer.line();
        Totals.expect(line, trailer.number(2, 6), read.arrivals());
        Totals.expect(line, trailer.number(8, 13), read.came().yen());
        Totals.expect(line, trailer.number(21, 6), read.rows().size() - read.arrivals());
        Totals.expect(line, trailer.number(27, 13), read.left().yen());
        Totals.expect(line, trailer.number(55, 7), read.rows().size());
        Money stated = signed(trailer.yen(41, 14), trailer, 40);
        if (!stated.equals(closing)) {
            throw new UnreadableLine("closing", line, stated.yen(), closing.yen());
        }
        Totals.end(frame);
    }
}
