package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.impact.Progress;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.function.BiFunction;

/** What of somebody's money is in a purchase. */
record Stake(Purchase purchase, Money yen) {

    /**
     * What may be said of all that was bought with somebody's money: rounded down once, over all
     * purchases together, so that what one leaves over counts with the next.
     *
     * @param spent yen of the money that were spent, on whatever
     */
    static Progress progress(List<Stake> stakes, Money spent) {
        return new Progress(
                floor(stakes, Purchase::boughtWith),
                floor(stakes, Purchase::expectedWith),
                floor(stakes, Purchase::deliveredWith),
                spent);
    }

    private static long floor(List<Stake> stakes, BiFunction<Purchase, Money, Fraction> units) {
        return stakes.stream()
                .map(stake -> units.apply(stake.purchase(), stake.yen()))
                .reduce(Fraction.ZERO, Fraction::plus)
                .floor();
    }
}
