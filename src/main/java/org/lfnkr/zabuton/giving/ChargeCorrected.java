package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;

/**
 * What is kept of a charge has changed: by a refund or one that failed, by a dispute or its end.
 * Told in the transaction of the change, so whoever hears of it and asks finds it done.
 *
 * @param corrections how often it had changed by then, this time included
 */
@EventName("giving.charge-corrected.1")
public record ChargeCorrected(PaymentId paymentId, String purpose, int corrections, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
