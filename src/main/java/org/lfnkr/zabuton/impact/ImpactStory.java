package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything a page may say about the impact of an order, a gift or a product.
 *
 * @param price the version it is computed from
 * @param money the sum it is computed from, in yen
 * @param progress how far that money has come
 * @param corrections what was said before and is no longer so, oldest first
 */
public record ImpactStory(
        ImpactState state,
        OutcomePrice price,
        Money money,
        Progress progress,
        List<Correction> corrections) {

    public ImpactStory {
        corrections = List.copyOf(corrections);
    }

    /** Of money that nothing was bought with. */
    public ImpactStory(
            ImpactState state, OutcomePrice price, Money money, List<Correction> corrections) {
        this(state, price, money, Progress.NONE, corrections);
    }

    /** What a product, a cart or an unpaid order could do. */
    public static ImpactStory couldFund(OutcomePrice price, Money claimable) {
        return new ImpactStory(ImpactState.COULD_FUND, price, claimable, List.of());
    }

    /** What paid money does, as far as it has come. */
    public static ImpactStory followed(
            OutcomePrice price, Money money, Progress progress, List<Correction> corrections) {
        return new ImpactStory(
                progress.state(UnitsFunded.of(money, price).units(), money),
                price,
                money,
                progress,
                corrections);
    }

    public ImpactSentence sentence() {
        return ImpactSentence.of(this);
    }

    /** Units that the money is there for. */
    public long units() {
        return funded().units();
    }

    /** Units that the sentence speaks of, by its state. */
    public long told() {
        return switch (state) {
            case COULD_FUND, FUNDS -> units();
            case PARTLY_BOUGHT, BOUGHT, PARTLY_DELIVERED -> progress.bought();
            case DELIVERED -> progress.delivered();
            case FELL_SHORT -> progress.expected();
        };
    }

    /** Whether the sentence of another reads the same. */
    public boolean readsAs(ImpactStory other) {
        return sentence().equals(other.sentence())
                && told() == other.told()
                && (!quotesAll() || units() == other.units() && isAsFar(other.progress));
    }

    private boolean quotesAll() {
        return state == ImpactState.PARTLY_BOUGHT || state == ImpactState.PARTLY_DELIVERED;
    }

    private boolean isAsFar(Progress other) {
        return progress.bought() == other.bought() && progress.delivered() == other.delivered();
    }

    /** Whether it speaks of money alone, because nothing was bought yet. */
    public boolean isOpen() {
        return state == ImpactState.COULD_FUND || state == ImpactState.FUNDS;
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
