package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/**
 * A charge was tried in vain. Told at most once for each try; where tries follow each other unseen,
 * only the last is told.
 *
 * @param invoice Stripe's id of what is to be paid, the same for all its tries
 * @param attempt 1 for the first
 * @param needsAction whether the bank wants the payer to authenticate
 * @param nextAttemptAt when Stripe tries again by itself; null after the last try
 */
@EventName("payments.plan-charge-failed.1")
public record PlanChargeFailed(
        PlanId planId,
        String purpose,
        String invoice,
        long amount,
        int attempt,
        boolean needsAction,
        @Nullable Instant nextAttemptAt,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
