package org.lfnkr.zabuton.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.lfnkr.zabuton.kernel.Money;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What the books said of a month: UTF-8, {@code month=2026-11}, {@code entries=7}, the names of the
 * columns, and a line for each account and fund, by code. Yen of debits are above zero in what
 * stands there before and after.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
record Snapshot(byte[] bytes) {

    private static final int HEAD = 3;

    /**
     * @param fund its code; empty where the account belongs to none
     * @param opening what stood there before the month
     * @param debit what came on that side, and credit what came on the other
     * @param closing what stands there at its end
     */
    record Line(
            String account, String fund, Money opening, Money debit, Money credit, Money closing) {

        private static final int CLOSING = 5;

        static Line of(String line) {
            String[] cells = line.split(",", -1);
            return new Line(
                    cells[0],
                    cells[1],
                    yen(cells[2]),
                    yen(cells[CLOSING - 2]),
                    yen(cells[CLOSING - 1]),
                    yen(cells[CLOSING]));
        }

        private static Money yen(String cell) {
            return Money.yen(Long.parseLong(cell));
        }
    }

    List<Line> lines() {
        return text().lines().skip(HEAD).map(Line::of).toList();
    }

    /** How many entries the month had. */
    long entries() {
        return text().lines()
                .filter(line -> line.startsWith("entries="))
                .mapToLong(line -> Long.parseLong(line.substring("entries=".length())))
                .sum();
    }

    private String text() {
        return new String(bytes, UTF_8);
    }

    /** SHA-256, in hexadecimal digits. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hash();
    }
}
