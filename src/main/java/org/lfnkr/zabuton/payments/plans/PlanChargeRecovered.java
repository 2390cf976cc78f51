package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/** A charge that had failed is paid after all. */
@EventName("payments.plan-charge-recovered.1")
public record PlanChargeRecovered(PlanId planId, String purpose, String invoice, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
