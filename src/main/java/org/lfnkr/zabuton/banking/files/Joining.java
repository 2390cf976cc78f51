package org.lfnkr.zabuton.banking.files;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Joins a file with balances to the rows that are known of its account, which follow each other
 * without a gap: the same file again, one that overlaps, and one that follows or comes before.
 *
 * @param known the oldest first: those of the file's days, one beside them on each side, and the
 *     first and the last of the account
 */
public record Joining(List<Known> known) {

    public Joining {
        known = List.copyOf(known);
    }

    /** What tells a row from others. */
    public record Known(LocalDate day, Money yen, Money balance) {

        private Money before() {
            return balance.minus(yen);
        }

        private boolean is(FileRow row) {
            return day.equals(row.day()) && yen.equals(row.yen()) && balance.equals(row.balance());
        }
    }

    public Join join(BankFile file) {
        List<FileRow> rows = file.rows();
        if (known.isEmpty()) {
            return new Join.Joined(List.of(), rows);
        }
        return offset(rows).map(offset -> overlap(rows, offset)).orElseGet(() -> apart(file));
    }

    /**
     * How many rows of the file are older than the known; below zero where it begins among them.
     */
    private Optional<Integer> offset(List<FileRow> rows) {
        return IntStream.range(1 - known.size(), rows.size())
                .filter(offset -> agrees(rows, offset))
                .boxed()
                .max((one, other) -> Integer.compare(shared(rows, one), shared(rows, other)));
    }

    private int shared(List<FileRow> rows, int offset) {
        return Math.min(rows.size(), known.size() + offset) - Math.max(0, offset);
    }

    private boolean agrees(List<FileRow> rows, int offset) {
        int from = Math.max(0, offset);
        int to = Math.min(rows.size(), known.size() + offset);
        return IntStream.range(from, to).allMatch(i -> known.get(i - offset).is(rows.get(i)));
    }

    private Join overlap(List<FileRow> rows, int offset) {
        int older = Math.max(0, offset);
        int newer = Math.min(rows.size(), known.size() + offset);
        return new Join.Joined(rows.subList(0, older), rows.subList(newer, rows.size()));
    }

    private Join apart(BankFile file) {
        Known first = known.getFirst();
        Known last = known.getLast();
        Money opening = Objects.requireNonNull(file.opening());
        Money closing = Objects.requireNonNull(file.closing());
        if (!file.from().isBefore(last.day())) {
            return last.balance().equals(opening)
                    ? new Join.Joined(List.of(), file.rows())
                    : new Join.Gap(last.balance(), opening);
        }
        if (!file.until().isAfter(first.day())) {
            return first.before().equals(closing)
                    ? new Join.Joined(file.rows(), List.of())
                    : new Join.Gap(closing, first.before());
        }
        return new Join.Contradiction(file.rows().getFirst().line());
    }
}
