package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * The payment ended without money.
 *
 * @param status expired, failed or cancelled
 */
@EventName("payments.payment-ended.1")
public record PaymentEnded(PaymentId paymentId, String purpose, PaymentStatus status, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
