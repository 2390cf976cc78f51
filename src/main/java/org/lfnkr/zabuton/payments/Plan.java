package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A plan as it is recorded.
 *
 * @param product Stripe's product that its prices are of
 * @param attempt part of the idempotency key; raised only when the one before is known to have come
 *     to nothing
 * @param triedAt when Stripe was first asked for a session
 * @param session Stripe's page, once it is known
 * @param calendar once Stripe has begun it
 */
record Plan(
        PlanId id,
        String purpose,
        SubjectId payer,
        Language language,
        String product,
        String label,
        PlanStatus status,
        int attempt,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant triedAt,
        boolean cancelAsked,
        @Nullable String session,
        @Nullable String subscription,
        @Nullable String customer,
        @Nullable String item,
        UUID terms,
        @Nullable Calendar calendar,
        boolean paused,
        @Nullable Instant pausedUntil,
        @Nullable Instant stopsAt,
        boolean stopsByTime,
        @Nullable String method,
        @Nullable LocalDate cardExpires,
        @Nullable HoldReason heldFor,
        boolean started,
        long asked,
        long recorded) {

    private static final Duration SHORTEST_SESSION = Duration.ofMinutes(31);

    /** What Stripe says about a session that has just expired may lag behind. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /**
     * @param anchor from which day charges are counted
     * @param periodEnd when the present period ends
     * @param chargeAt when the next charge is due, whether or not it is made
     */
    record Calendar(Instant anchor, Instant periodEnd, Instant chargeAt) {

        /** As it must be now, although nothing was heard since a period ended. */
        Calendar at(Instant now, Rhythm rhythm) {
            Instant next = new Cycle(anchor, rhythm).next(now);
            return periodEnd.isAfter(now) ? this : new Calendar(anchor, next, due(next, now));
        }

        private Instant due(Instant next, Instant now) {
            return Cycle.taken(periodEnd).isAfter(now) ? periodEnd : next;
        }
    }

    String idempotencyKey() {
        return "plan:" + id + ":" + attempt;
    }

    /** Its page may still be open, also after a first try to pay. */
    boolean isUnfinished() {
        return status == PlanStatus.OPEN || status == PlanStatus.INCOMPLETE;
    }

    /** Stripe would refuse a session that ends so soon. */
    boolean isTooLateToOpen(Instant now) {
        return triedAt == null && now.plus(SHORTEST_SESSION).isAfter(expiresAt);
    }

    boolean isPastItsPage(Instant now) {
        return now.isAfter(expiresAt.plus(GRACE));
    }
}
