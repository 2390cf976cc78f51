package org.lfnkr.zabuton.payments.balance;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A payout as Stripe tells it.
 *
 * @param yen below zero where Stripe takes it from the bank
 * @param automatic whether Stripe made it by itself; only then it tells the lines
 * @param complete whether Stripe has assigned all its lines
 * @param failure Stripe's code; null where it did not fail
 */
public record StripePayout(
        String id,
        long yen,
        String status,
        boolean automatic,
        boolean complete,
        @Nullable String failure,
        Instant createdAt,
        LocalDate arrivesOn) {

    private static final Set<String> UNDER_WAY = Set.of("pending", "in_transit");

    /** Whether Stripe has yet to say how it ended, or what it carried. */
    boolean isUnderWay() {
        return UNDER_WAY.contains(status) || (automatic && !complete);
    }
}
