package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a refund would do to the books.
 *
 * @param amount yen that the payer gets
 * @param changes of the lots, below zero
 * @param left of the lots afterwards
 * @param goodwill yen that the organisation gives on top
 * @param held yen of it that did not arrive the last time
 * @param pieces where the money of each lot lies that is there to be spent
 */
public record RefundForecast(
        Money amount,
        List<Lot> changes,
        List<Lot> left,
        Money goodwill,
        Money held,
        PiecesOfLots pieces) {

    public RefundForecast {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
    }

    /** Consumption tax that falls away, in yen above zero. */
    public Money tax() {
        return Money.ZERO.minus(sum(changes, lot -> lot.kind() == LotKind.TAX));
    }

    /**
     * What each fund gives, in yen, in the order of their codes. What is spent already is given by
     * Operations, and what was moved by the fund where it now lies.
     */
    public Map<Fund, Money> funds() {
        Map<Fund, Money> funds = new TreeMap<>();
        changes.forEach(
                lot -> pieces.gains(lot, left).forEach((fund, yen) -> give(funds, fund, -yen)));
        give(funds, Fund.OPERATIONS, goodwill.yen());
        funds.values().removeIf(Money::isZero);
        return funds;
    }

    /** What Operations gives of it because it has been spent already. */
    public Money spent() {
        return Money.yen(changes.stream().mapToLong(lot -> pieces.losses(lot, left)).sum());
    }

    private static void give(Map<Fund, Money> funds, Fund fund, long yen) {
        if (yen != 0) {
            funds.merge(fund, Money.yen(yen), Money::plus);
        }
    }

    /** What a fund still has of this payment for what it is for, or had and has spent on it. */
    public Money cover(Fund fund) {
        return Money.yen(pieces.cover(fund, left));
    }

    /** What is left of a lot, whatever stands in the one that is asked for. */
    public Money left(Lot lot) {
        return sum(left, it -> it.with(0).equals(lot.with(0)));
    }

    private static Money sum(List<Lot> lots, Predicate<Lot> which) {
        return Money.yen(lots.stream().filter(which).mapToLong(Lot::yen).sum());
    }
}
