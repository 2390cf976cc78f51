package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.plans.PlanTerms;
import org.lfnkr.zabuton.payments.plans.Rhythm;

import java.util.UUID;

/**
 * Terms as they are recorded.
 *
 * @param price Stripe's price, once it is known
 */
public record Terms(UUID id, String purpose, long amount, Rhythm rhythm, @Nullable String price) {

    /** As they were wished: without what only Stripe and we call them. */
    public PlanTerms asWished() {
        return new PlanTerms(purpose, Money.yen(amount), rhythm);
    }
}
