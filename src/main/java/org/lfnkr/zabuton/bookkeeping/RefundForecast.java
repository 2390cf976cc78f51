package org.lfnkr.zabuton.bookkeeping;

import org.jspecify.annotations.Nullable;
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
 */
public record RefundForecast(
        Money amount, List<Lot> changes, List<Lot> left, Money goodwill, Money held) {

    public RefundForecast {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
    }

    /** Consumption tax that falls away, in yen above zero. */
    public Money tax() {
        return Money.ZERO.minus(sum(changes, lot -> lot.kind() == LotKind.TAX));
    }

    /** What each fund gives, in yen above zero, in the order of their codes. */
    public Map<Fund, Money> funds() {
        Map<Fund, Money> funds = new TreeMap<>();
        changes.forEach(lot -> give(funds, lot.fund(), -lot.yen()));
        give(funds, Fund.OPERATIONS, goodwill.yen());
        return funds;
    }

    private static void give(Map<Fund, Money> funds, @Nullable Fund fund, long yen) {
        if (fund != null && yen != 0) {
            funds.merge(fund, Money.yen(yen), Money::plus);
        }
    }

    /** What a fund still has of this payment to spend on what it is for. */
    public Money cover(Fund fund) {
        return sum(left, lot -> lot.kind().isToSpend() && fund.equals(lot.fund()));
    }

    private static Money sum(List<Lot> lots, Predicate<Lot> which) {
        return Money.yen(lots.stream().filter(which).mapToLong(Lot::yen).sum());
    }
}
