package org.lfnkr.zabuton.banking.files;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file says of one account.
 *
 * @param holder the account's number as the file has it; empty where it has none
 * @param rows the oldest first, each with its balance or none with one
 * @param opening what the account had before them; null where the file has no balances
 */
public record BankFile(String holder, List<FileRow> rows, @Nullable Money opening) {

    public BankFile {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A file without rows says nothing");
        }
    }

    public LocalDate from() {
        return rows.stream().map(FileRow::day).min(LocalDate::compareTo).orElseThrow();
    }

    public LocalDate until() {
        return rows.stream().map(FileRow::day).max(LocalDate::compareTo).orElseThrow();
    }

    /** How many of them brought something. */
    public long arrivals() {
        return rows.stream().filter(row -> row.yen().isPositive()).count();
    }

    /** What came. */
    public Money came() {
        return rows.stream()
                .map(FileRow::yen)
                .filter(Money::isPositive)
                .reduce(Money.ZERO, Money::plus);
    }

    /** What left, without its sign. */
    public Money left() {
        return Money.ZERO.minus(
                rows.stream()
                        .map(FileRow::yen)
                        .filter(Money::isNegative)
                        .reduce(Money.ZERO, Money::plus));
    }

    /** What the account had behind the last row; null where the file has no balances. */
    public @Nullable Money closing() {
        return rows.getLast().balance();
    }

    @Override
    public String toString() {
        return "BankFile[" + rows.size() + "]";
    }
}
