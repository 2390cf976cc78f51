package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A refund has arrived, as far as Stripe can tell; from here or from Stripe's dashboard. Its lines
 * in Stripe's balance are told by {@link RefundMoved}.
 *
 * @param amount yen, positive
 * @param balanceTransaction the line by which it left
 */
@EventName("payments.payment-refunded.1")
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
