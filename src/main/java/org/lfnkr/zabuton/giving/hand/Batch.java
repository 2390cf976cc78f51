package org.lfnkr.zabuton.giving.hand;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Gifts of one paper.
 *
 * @param day of the paper
 * @param gifts how many it says there are
 * @param total what it says they come to
 * @param copy above 1 where somebody said that it is another of the same day, number and sum
 * @param closedAt when it was posted or given up; null while it is open
 * @param noted how many are noted so far
 * @param sum what these come to
 */
record Batch(
        UUID id,
        LocalDate day,
        int gifts,
        Money total,
        int copy,
        State state,
        Instant openedAt,
        @Nullable Instant closedAt,
        int noted,
        Money sum) {

    /** Where it stands; what is posted is in the books. */
    enum State {
        OPEN,
        POSTED,
        DISCARDED;

        /** As addresses and messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What its paper says of it, for the audit trail. */
    String control() {
        return gifts + " / " + total.inFigures();
    }

    static Batch of(Readable row) {
        return new Batch(
                Row.uuid(row, "id"),
                Row.day(row, "day"),
                Row.number(row, "gifts"),
                Row.money(row, "total"),
                Row.number(row, "copy"),
                State.valueOf(Row.text(row, "status")),
                Row.instant(row, "opened_at"),
                row.get("closed_at", Instant.class),
                Row.number(row, "noted"),
                Row.money(row, "sum"));
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether what is noted is what the paper says, in number and in yen. */
    public boolean isReached() {
        return noted == gifts && sum.equals(total);
    }

    /** Yen that are still to be noted; below zero where it is too much. */
    public Money missing() {
        return total.minus(sum);
    }
}
