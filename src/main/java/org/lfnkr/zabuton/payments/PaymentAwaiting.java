package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/** The payer holds a konbini code. */
@EventName("payments.payment-awaiting.1")
public record PaymentAwaiting(PaymentId paymentId, String purpose, Instant payBy)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
