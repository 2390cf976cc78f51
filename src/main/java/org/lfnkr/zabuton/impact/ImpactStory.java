package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything a page may say about the impact of an order, a gift or a product.
 *
 * @param price the version it is computed from
 * @param money the sum it is computed from, in yen
 * @param corrections what was said before and is no longer so, oldest first
 */
public record ImpactStory(
        ImpactState state, OutcomePrice price, Money money, List<Correction> corrections) {

    public ImpactStory {
        corrections = List.copyOf(corrections);
    }

    /** What a product, a cart or an unpaid order could do. */
    public static ImpactStory couldFund(OutcomePrice price, Money claimable) {
        return new ImpactStory(ImpactState.COULD_FUND, price, claimable, List.of());
    }

    public ImpactSentence sentence() {
        return ImpactSentence.of(this);
    }

    public long units() {
        return funded().units();
    }

    /** Yen that go toward the next unit. */
    public Money remainder() {
        return funded().remainder();
    }

    /** Yen that the next unit still lacks. */
    public Money toNext() {
        return funded().toNext();
    }

    /** Since when the price stands. */
    public LocalDate priceDate() {
        return price.validFrom();
    }

    public Stitches stitches() {
        return Stitches.of(money, price);
    }

    private UnitsFunded funded() {
        return UnitsFunded.of(money, price);
    }
}
