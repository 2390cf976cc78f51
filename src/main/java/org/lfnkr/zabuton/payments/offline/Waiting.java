package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;

/**
 * A refund that somebody has to hand back, because Stripe never had the money.
 *
 * @param purpose what the payment was for
 */
public record Waiting(
        RefundId id, PaymentId payment, String purpose, Money amount, Instant requestedAt) {}
