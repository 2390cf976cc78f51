package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A dispute moved money. A dispute is booked by these, not by how it ends.
 *
 * @param amount yen, negative when taken and positive when given back
 * @param fee yen that Stripe keeps for it; negative when given back
 */
@EventName("payments.dispute-moved.1")
public record DisputeMoved(
        PaymentId paymentId,
        String purpose,
        String disputeId,
        long amount,
        long fee,
        String balanceTransaction,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
