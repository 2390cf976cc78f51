package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A stretch of a subscription, in seconds of the epoch. The n-th one is counted from the anchor, so
 * that what began on the 31st comes back to the 31st after a short month.
 */
record Period(long start, long end) {

    /** A recurrence such as every month, or every three weeks. */
    record Recurrence(String interval, long count) {

        OffsetDateTime after(OffsetDateTime anchor, long times) {
            long steps = count * times;
            return switch (interval) {
                case "day" -> anchor.plusDays(steps);
                case "week" -> anchor.plusWeeks(steps);
                case "month" -> anchor.plusMonths(steps);
                case "year" -> anchor.plusYears(steps);
                default ->
                        throw StripeError.invalid(
                                "interval",
                                "Invalid interval: must be one of day, month, week, or year");
            };
        }
    }

    static Recurrence every(JsonNode recurring) {
        Recurrence recurrence =
                new Recurrence(
                        Json.text(recurring, "interval"), Json.number(recurring, "interval_count"));
        recurrence.after(OffsetDateTime.now(ZoneOffset.UTC), 1);
        return recurrence;
    }

    static Period of(long anchor, Recurrence recurrence, long number) {
        OffsetDateTime first = Instant.ofEpochSecond(anchor).atOffset(ZoneOffset.UTC);
        return new Period(
                recurrence.after(first, number).toEpochSecond(),
                recurrence.after(first, number + 1).toEpochSecond());
    }
}
