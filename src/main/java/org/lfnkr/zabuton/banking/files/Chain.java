package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Rows with balances, each of which follows from the one before. */
final class Chain {

    private Chain() {}

    /** Banks list the oldest row first or the newest. */
    static BankFile of(List<FileRow> rows) throws UnreadableLine {
        OptionalInt broken = broken(rows);
        if (broken.isEmpty()) {
            return file(rows);
        }
        if (broken(rows.reversed()).isEmpty()) {
            return file(rows.reversed());
        }
        FileRow row = rows.get(broken.getAsInt());
        throw new UnreadableLine(
                "balance", row.line(), balance(row).yen(), led(rows, broken.getAsInt()));
    }

    private static BankFile file(List<FileRow> rows) {
        FileRow first = rows.getFirst();
        return new BankFile("", rows, balance(first).minus(first.yen()));
    }

    private static OptionalInt broken(List<FileRow> rows) {
        return IntStream.range(1, rows.size())
                .filter(
                        i ->
                                balance(rows.get(i)).yen() != led(rows, i)
                                        || rows.get(i).day().isBefore(rows.get(i - 1).day()))
                .findFirst();
    }

    private static long led(List<FileRow> rows, int place) {
        return balance(rows.get(place - 1)).plus(rows.get(place).yen()).yen();
    }

    private static Money balance(FileRow row) {
        return Objects.requireNonNull(row.balance());
    }
}
