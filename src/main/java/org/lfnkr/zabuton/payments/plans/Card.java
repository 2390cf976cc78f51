package org.lfnkr.zabuton.payments.plans;

import java.time.YearMonth;
import java.util.Set;

/**
 * A card as its owner knows it.
 *
 * @param brand Stripe's name, such as {@code visa} or {@code jcb}
 * @param expires the last month in which it can be charged
 */
public record Card(String brand, String last4, YearMonth expires) {

    private static final Set<String> KNOWN =
            Set.of(
                    "amex",
                    "cartes_bancaires",
                    "diners",
                    "discover",
                    "jcb",
                    "mastercard",
                    "unionpay",
                    "visa");

    /** The message that says its brand as it stands on the card. */
    public String brandKey() {
        return "payments.card." + (KNOWN.contains(brand) ? brand : "other");
    }
}
