package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;

/**
 * Money to give back.
 *
 * @param actor the account or the part of the system that decided it
 * @param reason for the audit trail; no personal data
 */
public record RefundRequest(
        RefundId id, PaymentId payment, Money amount, String actor, String reason) {

    public RefundRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A refund gives something back");
        }
    }
}
