package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;
import java.time.YearMonth;

/**
 * The card of a running plan can't be charged any more in a month: once per card.
 *
 * @param expires the last month in which it can be charged
 */
@EventName("payments.plan-card-expiring.1")
public record PlanCardExpiring(PlanId planId, String purpose, YearMonth expires, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
