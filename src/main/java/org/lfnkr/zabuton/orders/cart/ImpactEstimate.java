package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.kernel.Money;

/**
 * What a sale could make possible, from its own profit, at the outcome's price of the day.
 *
 * @param claimable the part of the proceeds that goes to the outcome's fund
 */
public record ImpactEstimate(OutcomePrice price, Proceeds proceeds, Money claimable) {

    public ImpactStory story() {
        return ImpactStory.couldFund(price, claimable);
    }

    /** Less than one unit is no claim. */
    public boolean isClaim() {
        return story().units() > 0;
    }
}
