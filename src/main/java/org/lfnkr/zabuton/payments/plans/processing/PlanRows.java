package org.lfnkr.zabuton.payments.plans.processing;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.Rhythm;
import org.lfnkr.zabuton.payments.plans.settlement.Terms;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.time.LocalDate;

/** Reads plans and their terms from rows. */
final class PlanRows {

    private PlanRows() {}

    static Plan plan(Readable row) {
        return new Plan(
                new PlanId(Row.uuid(row, "id")),
                Row.text(row, "purpose"),
                new SubjectId(Row.uuid(row, "payer")),
                Language.valueOf(Row.text(row, "language")),
                Row.text(row, "product"),
                Row.text(row, "label"),
                PlanStatus.valueOf(Row.text(row, "status")),
                Row.number(row, "attempt"),
                Row.instant(row, "requested_at"),
                Row.instant(row, "expires_at"),
                row.get("tried_at", Instant.class),
                row.get("cancel_asked_at", Instant.class) != null,
                row.get("session", String.class),
                row.get("subscription", String.class),
                row.get("customer", String.class),
                row.get("item", String.class),
                Row.uuid(row, "terms"),
                calendar(row),
                Row.flag(row, "paused"),
                row.get("paused_until", Instant.class),
                row.get("stops_at", Instant.class),
                Row.flag(row, "stops_by_time"),
                row.get("method", String.class),
                row.get("card_expires", LocalDate.class),
                row.get("customers_method", String.class),
                row.get("drafted", Long.class),
                held(row.get("held_for", String.class)),
                row.get("started_at", Instant.class) != null,
                Row.whole(row, "asked"),
                Row.whole(row, "recorded"));
    }

    private static Plan.@Nullable Calendar calendar(Readable row) {
        return row.get("anchor", Instant.class) == null
                ? null
                : new Plan.Calendar(
                        Row.instant(row, "anchor"),
                        Row.day(row, "counted_from"),
                        Row.instant(row, "period_end"),
                        Row.instant(row, "charge_at"));
    }

    private static @Nullable HoldReason held(@Nullable String text) {
        return text == null ? null : HoldReason.valueOf(text);
    }

    static Terms terms(Readable row) {
        return new Terms(
                Row.uuid(row, "id"),
                Row.text(row, "purpose"),
                Row.whole(row, "amount"),
                Rhythm.valueOf(Row.text(row, "rhythm")),
                row.get("price", String.class));
    }
}
