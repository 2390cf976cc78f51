package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.giving.pledges.GiftLimits;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Optional;

/** What a gift would have to be to make possible what it did. Pure. */
final class RaiseRule {

    /** Yen; nobody is asked for an odd sum. */
    private static final long STEP = 100;

    private RaiseRule() {}

    /**
     * The gift at the present price, in full steps of {@value #STEP} yen, rounded up; empty where
     * the price has not risen, or the gift would be more than can be given.
     *
     * @param was the price of the same outcome when the sum was chosen
     */
    static Optional<Money> suggested(Money gift, OutcomePrice was, OutcomePrice now) {
        long before = Math.multiplyExact(was.yen(), now.units());
        long after = Math.multiplyExact(now.yen(), was.units());
        if (after <= before) {
            return Optional.empty();
        }
        long steps = Math.ceilDiv(Math.multiplyExact(gift.yen(), after), before * STEP);
        return Optional.of(Money.yen(steps * STEP)).filter(GiftLimits::allow);
    }
}
