package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;

/**
 * Stripe has changed a plan, because it was asked for here or elsewhere. {@link PlanView} tells how
 * it is now.
 *
 * @param moved when the charge was due that lies on another day now, where that is not the next one
 *     since the next lies as a draft; otherwise null
 */
@EventName("payments.plan-changed.1")
public record PlanChanged(
        PlanId planId, String purpose, What what, Instant at, @Nullable Instant moved)
        implements OutboxEvent {

    /** What is different. */
    public enum What {
        /** Amount, rhythm or purpose of the coming charges. */
        TERMS,
        /** The day of the coming charges. */
        DAY,
        /** Paused, or paused for another time. */
        PAUSED,
        /** The pause is over, by itself or by wish. */
        RESUMED,
        /** To end with the period that is paid. */
        STOPPING,
        /** Not to end after all. */
        STOP_UNDONE,
        /** Another card is charged. */
        CARD
    }

    @Override
    public String stream() {
        return purpose;
    }
}
