package org.lfnkr.zabuton.bookkeeping.spending;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.List;

/**
 * What a fund would spend.
 *
 * @param wanted yen
 * @param overdraws whether the fund may be overdrawn; then it spends without lots
 * @param has yen that are in the fund now, those too that may not be spent yet
 * @param expected yen of them that are expected back and that no row of the bank has brought: they
 *     may not be spent either
 * @param lots oldest first; together less than is wanted where there is not enough
 * @param ripe from when there is more, where there is not enough because some is too young; null
 *     otherwise
 */
public record Preview(
        Fund fund,
        Money wanted,
        boolean overdraws,
        Money has,
        Money expected,
        List<TakenLot> lots,
        @Nullable Ripe ripe) {

    public Preview {
        lots = List.copyOf(lots);
    }

    /** What the fund can spend of what is wanted. */
    public Money available() {
        return overdraws
                ? wanted
                : lots.stream().map(TakenLot::taken).reduce(Money.ZERO, Money::plus);
    }

    public boolean isEnough() {
        return available().equals(wanted);
    }

    /**
     * What is in the fund and came so recently that it can't be spent, where there is too little.
     */
    public Money young() {
        return has.minus(expected).minus(available()).max(Money.ZERO);
    }

    Preview with(Ripe later) {
        return new Preview(fund, wanted, overdraws, has, expected, lots, later);
    }

    /** What the fund would have afterwards. */
    public Money after() {
        return has.minus(wanted);
    }
}
