package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentRequest;

/**
 * What is charged, and how often. A plan may have several terms, one after the other.
 *
 * @param purpose opaque, and never used twice; the stream of the payments made under these terms
 * @param amount ¥50 (Stripe's least) to ¥99,999,999 (its most)
 */
public record PlanTerms(String purpose, Money amount, Rhythm rhythm) {

    public PlanTerms {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("Terms need a purpose");
        }
        if (amount.compareTo(PaymentRequest.LEAST) < 0
                || amount.compareTo(PaymentRequest.MOST) > 0) {
            throw new IllegalArgumentException("Stripe takes ¥50 to ¥99,999,999");
        }
    }
}
