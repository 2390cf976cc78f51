package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/** The payer's konbini code lapses within a day and is not paid: once per code. */
@EventName("payments.code-lapsing.1")
public record CodeLapsing(PaymentId paymentId, String purpose, Instant payBy)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
