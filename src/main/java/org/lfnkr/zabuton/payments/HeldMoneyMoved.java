package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A line of Stripe's balance moved money that is held: it came and settled nothing, or went back
 * again. Nobody hears of it but the books.
 *
 * @param amount yen, above zero when it came and below when it left
 * @param fee yen that Stripe kept for it
 */
@EventName("payments.held-money-moved.1")
public record HeldMoneyMoved(
        PaymentId paymentId,
        String purpose,
        long amount,
        long fee,
        String balanceTransaction,
        Instant at)
        implements OutboxEvent {

    /** What a line of Stripe's balance did to a payment that is held. */
    public static HeldMoneyMoved by(Facts.Movement line, PaymentId payment, String purpose) {
        return new HeldMoneyMoved(
                payment, purpose, line.amount(), line.fee(), line.id(), line.at());
    }

    @Override
    public String stream() {
        return purpose;
    }
}
