package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.Map;

/**
 * A card as its owner knows it.
 *
 * @param brand Stripe's name, such as {@code visa} or {@code jcb}
 * @param expires the last month in which it can be charged
 */
public record Card(String brand, String last4, YearMonth expires) {

    private static final Map<String, String> NAMES =
            Map.of(
                    "amex", "American Express",
                    "cartes_bancaires", "Cartes Bancaires",
                    "diners", "Diners Club",
                    "discover", "Discover",
                    "jcb", "JCB",
                    "mastercard", "Mastercard",
                    "unionpay", "UnionPay",
                    "visa", "Visa");

    /** As it stands on the card; null where Stripe does not know it. */
    public @Nullable String brandName() {
        return NAMES.get(brand);
    }
}
