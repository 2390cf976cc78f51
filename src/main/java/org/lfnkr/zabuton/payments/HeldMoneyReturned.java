package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * It was decided that money which is held goes back. Stripe hears of it next.
 *
 * @param amount in the smallest unit of its currency; 0 where nothing can go back
 */
@EventName("payments.held-money-returned.1")
public record HeldMoneyReturned(
        PaymentId paymentId, String purpose, HoldId hold, What what, long amount, Instant at)
        implements OutboxEvent {

    /** What of a payment goes back. */
    public enum What {
        /** All that came: the payment comes to nothing. */
        ALL,
        /** The second of two charges: the first stands. */
        SECOND,
        /** What came beyond what was asked for. */
        REST
    }

    @Override
    public String stream() {
        return purpose;
    }
}
