package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;
import java.util.UUID;

/** Something was bought, has arrived, or will not arrive. */
@EventName("funds.outcome-moved.1")
record OutcomeMoved(UUID disbursement, Cause cause, Instant at) implements OutboxEvent {

    @Override
    public String stream() {
        return streamOf(disbursement);
    }

    static String streamOf(UUID disbursement) {
        return "disbursement:" + disbursement;
    }
}
