package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/** A plan is over, and is charged no more. */
@EventName("payments.plan-ended.1")
public record PlanEnded(PlanId planId, String purpose, Reason reason, Instant at)
        implements OutboxEvent {

    /** Why it is over. */
    public enum Reason {
        /** The payer wished it, here or on Stripe's pages. */
        STOPPED,
        /** A charge failed until Stripe gave up. */
        UNPAID,
        /** The first charge was never paid: it has not even started. */
        NEVER_PAID,
        /** Somebody ended it in Stripe's dashboard, or Stripe did. */
        ELSEWHERE
    }

    @Override
    public String stream() {
        return purpose;
    }
}
