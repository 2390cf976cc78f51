package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * The money arrived: once per payment.
 *
 * @param amount yen that the payer paid
 * @param fee yen that Stripe kept
 * @param balanceTransaction the line in Stripe's balance, to book it once; {@code bank:…}, {@code
 *     cash:…}, {@code postal:…}, {@code tray:…} or {@code terminal:…} where the money came another
 *     way
 * @param method Stripe's name of how it was paid, or {@code bank}, {@code cash}, {@code postal},
 *     {@code terminal}
 */
@EventName("payments.payment-settled.1")
public record PaymentSettled(
        PaymentId paymentId,
        String purpose,
        long amount,
        long fee,
        String balanceTransaction,
        String method,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
