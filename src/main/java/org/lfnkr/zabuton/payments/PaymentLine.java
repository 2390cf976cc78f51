package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A line on Stripe's payment page.
 *
 * @param label what it is, in the payer's language; no personal data
 * @param unitPrice tax included, not negative
 * @param imageUrl a public picture, or none
 */
public record PaymentLine(String label, Money unitPrice, int quantity, @Nullable String imageUrl) {

    public PaymentLine {
        if (label.isBlank() || unitPrice.isNegative() || quantity < 1) {
            throw new IllegalArgumentException("A line needs a label, a price and a quantity");
        }
    }

    Money total() {
        return unitPrice.times(quantity);
    }
}
