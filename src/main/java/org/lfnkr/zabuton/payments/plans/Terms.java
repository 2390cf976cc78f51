package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/**
 * Terms as they are recorded.
 *
 * @param price Stripe's price, once it is known
 */
record Terms(UUID id, String purpose, long amount, Rhythm rhythm, @Nullable String price) {

    PlanTerms asWished() {
        return new PlanTerms(purpose, Money.yen(amount), rhythm);
    }
}
