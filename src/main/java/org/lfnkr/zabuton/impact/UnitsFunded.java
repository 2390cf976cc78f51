package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

/**
 * What a sum pays for in whole units, rounded down once, and what is left over.
 *
 * @param units whole units
 * @param remainder yen that go toward the next unit
 * @param toNext yen that the next unit still lacks; never zero
 */
public record UnitsFunded(long units, Money remainder, Money toNext) {

    /**
     * @param claimable the sum that may be claimed, in yen; below zero counts as nothing
     */
    public static UnitsFunded of(Money claimable, OutcomePrice price) {
        Money money = claimable.max(Money.ZERO);
        long units = price.unitsFor(money);
        return new UnitsFunded(
                units, money.minus(price.costOf(units)), price.costOf(units + 1).minus(money));
    }
}
