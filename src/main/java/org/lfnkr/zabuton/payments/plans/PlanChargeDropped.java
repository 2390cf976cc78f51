package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/** A charge that had failed is given up: it will not be tried again. */
@EventName("payments.plan-charge-dropped.1")
public record PlanChargeDropped(PlanId planId, String purpose, String invoice, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
