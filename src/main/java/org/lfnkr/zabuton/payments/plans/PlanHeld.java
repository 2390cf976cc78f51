package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/** A plan does not start, because Stripe says something else than was asked for. */
@EventName("payments.plan-held.1")
public record PlanHeld(PlanId planId, String purpose, HoldReason reason, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
