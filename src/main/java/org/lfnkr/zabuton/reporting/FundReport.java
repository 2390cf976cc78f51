package org.lfnkr.zabuton.reporting;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.reporting.Ages.Age;

import java.util.List;
import java.util.Map;

/**
 * What became of a fund's money until a month.
 *
 * @param months one after the other; none where nothing can be told yet
 * @param ages of what is unspent at the end of the last
 */
record FundReport(FundName fund, List<Shown> months, Map<Age, Money> ages) {

    FundReport {
        months = List.copyOf(months);
        ages = Map.copyOf(ages);
    }

    static FundReport of(FundName fund, List<Shown> months) {
        return new FundReport(fund, months, months.isEmpty() ? Map.of() : Ages.of(months));
    }

    public boolean isEmpty() {
        return months.isEmpty();
    }

    public @Nullable Shown last() {
        return months.isEmpty() ? null : months.getLast();
    }

    /**
     * @param age its code, as {@link Age#code} has it
     */
    public Money ofAge(String age) {
        return ages.getOrDefault(Age.valueOf(age), Money.ZERO);
    }

    /** Whether something of it waits for more givers. */
    public boolean waits() {
        return !months.isEmpty() && months.getLast().waits();
    }

    /** From the first year to the last, each of which begins in April. */
    public List<Integer> years() {
        return months.stream().map(Shown::year).distinct().toList();
    }

    /** The months of a year that begins in April. */
    public Year year(int year) {
        return new Year(year, months.stream().filter(it -> it.year() == year).toList());
    }
}
