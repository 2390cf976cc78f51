package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/**
 * Stripe refused, for good, a change that was asked for here.
 *
 * @param what it would have changed; STOPPING also stands for a stop at once
 * @param reason Stripe's error code, for staff
 */
@EventName("payments.plan-change-refused.1")
public record PlanChangeRefused(
        PlanId planId, String purpose, PlanChanged.What what, String reason, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
