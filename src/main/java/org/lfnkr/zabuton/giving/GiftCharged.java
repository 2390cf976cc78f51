package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;

/**
 * A payment under a pledge is kept as a gift, and what it could fund has been stated, under the
 * payment's id as impact's subject. Modules hear of a payment in no fixed order: whoever funds
 * statements does it again now, in case the money was booked before there was a statement.
 */
@EventName("giving.gift-charged.1")
public record GiftCharged(PaymentId paymentId, String purpose, Instant at) implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
