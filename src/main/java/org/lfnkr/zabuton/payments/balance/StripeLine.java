package org.lfnkr.zabuton.payments.balance;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A line of the balance as Stripe tells it.
 *
 * @param gross in the smallest unit of the currency; below zero where it left
 * @param fee what Stripe kept for it
 * @param source the object at Stripe that made it
 * @param available whether its money can be paid out
 */
public record StripeLine(
        String id,
        String type,
        String category,
        String currency,
        long gross,
        long fee,
        long net,
        @Nullable String source,
        Instant createdAt,
        Instant availableOn,
        boolean available) {

    private static final String YEN = "jpy";

    /** The books know yen only, and sums that add up. */
    boolean isBookable() {
        return isYen() && net == gross - fee;
    }

    boolean isYen() {
        return currency.equals(YEN);
    }

    LineKind kind() {
        return isBookable() ? LineKind.of(type, category) : LineKind.UNKNOWN;
    }
}
