package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * From a day on: how much a fund needs, whether it takes gifts, and where they go once it does not.
 * Without any of it, it is the end of an earlier one.
 *
 * @param from first day, in Tokyo
 * @param need null where there is no target
 * @param closed whether it takes no gifts, however much it has
 * @param instead where gifts for it go once it is full or closed; null for an end
 * @param reason for everybody to read
 */
public record FundTarget(
        UUID id,
        Fund fund,
        LocalDate from,
        @Nullable Need need,
        boolean closed,
        @Nullable Fund instead,
        Bilingual reason) {

    /**
     * A target.
     *
     * @param yen above zero
     * @param since from this day on, in Tokyo, what came to the fund counts
     */
    public record Need(Money yen, LocalDate since) {
        public Need {
            if (!yen.isPositive()) {
                throw new IllegalArgumentException("A target is above zero");
            }
        }
    }

    public FundTarget {
        if ((need == null && !closed) != (instead == null) || fund.equals(instead)) {
            throw new IllegalArgumentException("What says no to gifts says where they go");
        }
    }

    /** Of columns as the tables of versions and of drafts have them. */
    public static FundTarget of(Readable row) {
        String instead = row.get("instead", String.class);
        return new FundTarget(
                Row.uuid(row, "id"),
                new Fund(Row.text(row, "fund")),
                Row.day(row, "effective_from"),
                row.get("target") == null
                        ? null
                        : new Need(Row.money(row, "target"), Row.day(row, "counts_from")),
                Row.flag(row, "closed"),
                instead == null ? null : new Fund(instead),
                new Bilingual(Row.text(row, "reason_en"), Row.text(row, "reason_ja")));
    }

    /** Whether it says the same from the same day on, whatever the reason. */
    public boolean saysTheSameAs(FundTarget other) {
        return fund.equals(other.fund)
                && from.equals(other.from)
                && Objects.equals(need, other.need)
                && closed == other.closed
                && Objects.equals(instead, other.instead);
    }

    /** Whether it only ends an earlier one. */
    public boolean isEnd() {
        return instead == null;
    }
}
