package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/** A dispute ended; a part may have been given back also when it was lost. */
@EventName("payments.dispute-closed.1")
public record DisputeClosed(
        PaymentId paymentId, String purpose, String disputeId, boolean won, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
