package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/** The first charge of a plan is paid: once per plan. */
@EventName("payments.plan-started.1")
public record PlanStarted(PlanId planId, String purpose, Instant at) implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
