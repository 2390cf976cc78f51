package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * Money left for the payer, from here or from Stripe's dashboard.
 *
 * @param amount yen, positive
 */
public record PaymentRefunded(
        PaymentId paymentId,
        String purpose,
        RefundId refundId,
        long amount,
        String balanceTransaction,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
