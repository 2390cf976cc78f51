package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A refund did not reach the payer.
 *
 * @param amount yen, positive
 * @param balanceTransaction the line by which the money came back; none if it had never left
 */
public record RefundFailed(
        PaymentId paymentId,
        String purpose,
        RefundId refundId,
        long amount,
        @Nullable String balanceTransaction,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
