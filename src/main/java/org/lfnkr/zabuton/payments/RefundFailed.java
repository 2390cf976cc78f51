package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A refund did not reach the payer.
 *
 * @param amount yen, positive
 * @param arrived whether it had been told as {@link PaymentRefunded} before
 */
@EventName("payments.refund-failed.1")
public record RefundFailed(
        PaymentId paymentId,
        String purpose,
        RefundId refundId,
        long amount,
        boolean arrived,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
