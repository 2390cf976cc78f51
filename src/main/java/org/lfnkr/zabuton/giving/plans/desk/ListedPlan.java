package org.lfnkr.zabuton.giving.plans.desk;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;

import java.time.Instant;

/**
 * A plan as staff see it in a list: nothing in it names a person.
 *
 * @param amount that is charged each time, in yen
 * @param overdue that was tried in vain and is not given up; zero where nothing is
 * @param overdueSince when the first of it was due; null where nothing is
 */
record ListedPlan(
        String reference,
        Instant begunAt,
        GiftPlanView.State state,
        Frequency frequency,
        Money amount,
        @Nullable Instant nextChargeAt,
        Money overdue,
        @Nullable Instant overdueSince) {

    static ListedPlan of(Readable row) {
        return new ListedPlan(
                Row.text(row, "reference"),
                Row.instant(row, "begun_at"),
                GiftPlanView.State.valueOf(Row.text(row, "state")),
                Frequency.valueOf(Row.text(row, "rhythm")),
                Row.money(row, "amount"),
                row.get("next_charge_at", Instant.class),
                Row.money(row, "overdue"),
                row.get("overdue_since", Instant.class));
    }
}
