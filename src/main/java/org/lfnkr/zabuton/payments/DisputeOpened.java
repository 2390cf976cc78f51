package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * The payer's bank disputes the payment.
 *
 * @param amount yen in dispute; may exceed what was paid
 */
@EventName("payments.dispute-opened.1")
public record DisputeOpened(
        PaymentId paymentId, String purpose, String disputeId, long amount, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
