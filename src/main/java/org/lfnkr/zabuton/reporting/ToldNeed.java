package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.impact.FundNeed;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/**
 * What a fund still needs, as far as reports have told: of whole months, joined where too few gave,
 * and in steps, so that nothing can be read here that does not stand in the report.
 *
 * @param need counted from the months that are told
 * @param instead where gifts go once the fund is full or closed
 * @param counted whether any month of it is told yet
 */
record ToldNeed(FundName fund, FundNeed need, FundName instead, boolean counted) {

    /**
     * @param months as they are shown; a month in whose midst the target begins does not count
     */
    static ToldNeed of(FundName fund, FundTarget rule, FundName instead, List<Shown> months) {
        FundTarget.Need target = rule.need();
        List<Shown> counting =
                target == null
                        ? List.of()
                        : months.stream()
                                .filter(it -> !it.month().atDay(1).isBefore(target.since()))
                                .toList();
        Money received =
                counting.stream()
                        .map(it -> it.in().plus(it.moved()).minus(it.back()))
                        .reduce(Money.ZERO, Money::plus)
                        .max(Money.ZERO);
        return new ToldNeed(fund, new FundNeed(rule, received), instead, !counting.isEmpty());
    }

    /** {@code open}, {@code full} or {@code closed} by what is told; names messages. */
    public String state() {
        return need.state();
    }
}
