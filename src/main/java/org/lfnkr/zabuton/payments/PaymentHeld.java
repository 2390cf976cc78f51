package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

/**
 * Stripe says something else than was asked for; the payment is held for staff and never settled.
 *
 * @param expected yen asked for
 * @param actual what Stripe says, in the smallest unit of its currency
 */
@EventName("payments.payment-held.1")
public record PaymentHeld(
        PaymentId paymentId,
        String purpose,
        HoldReason reason,
        long expected,
        long actual,
        @Nullable String currency)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
