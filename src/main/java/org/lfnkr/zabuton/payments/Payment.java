package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Duration;
import java.time.Instant;

/**
 * A payment as it is recorded.
 *
 * @param attempt part of the idempotency key; raised only when the one before is known to have come
 *     to nothing
 * @param triedAt when Stripe was first asked for a session
 * @param plan the plan whose invoice made this payment
 */
record Payment(
        PaymentId id,
        String purpose,
        SubjectId payer,
        PaymentStatus status,
        long amount,
        int attempt,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant triedAt,
        boolean cancelAsked,
        @Nullable String session,
        @Nullable String intent,
        @Nullable PlanId plan) {

    /** Stripe allows 30 minutes to 24 hours; an hour leaves half of it for the first try. */
    static final Duration LIFE = Duration.ofMinutes(60);

    private static final Duration SHORTEST_SESSION = Duration.ofMinutes(31);

    /** What Stripe says about a session that has just expired may lag behind. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** There never was a page for it. */
    boolean isMadeByInvoice() {
        return plan != null;
    }

    String idempotencyKey() {
        return "checkout:" + id + ":" + attempt;
    }

    /** Stripe would refuse a session that ends so soon. */
    boolean isTooLateToOpen(Instant now) {
        return triedAt == null && now.plus(SHORTEST_SESSION).isAfter(expiresAt);
    }

    boolean isOver(Instant now) {
        return now.isAfter(expiresAt.plus(GRACE));
    }
}
