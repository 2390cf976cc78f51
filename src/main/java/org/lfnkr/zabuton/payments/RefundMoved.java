package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A line of Stripe's balance that a refund made, once per line. It is booked; what the payer hears
 * follows from the refund's status, which may say something else for weeks.
 *
 * @param amount yen, below zero when it left us, above when it came back
 * @param fee yen that Stripe kept for it
 * @param balanceTransaction the line, named as in {@link PaymentSettled}
 */
@EventName("payments.refund-moved.1")
public record RefundMoved(
        PaymentId paymentId,
        String purpose,
        RefundId refundId,
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
