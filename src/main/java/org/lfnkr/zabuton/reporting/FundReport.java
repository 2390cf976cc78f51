package org.lfnkr.zabuton.reporting;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessYear;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.reporting.Ages.Age;

import java.util.List;
import java.util.Map;

/**
 * What became of a fund's money until a month.
 *
 * @param months one after the other; none where nothing can be told yet
 * @param ages of what is unspent at the end of the last
 * @param setting when a year begins
 */
record FundReport(FundName fund, List<Shown> months, Map<Age, Money> ages, BusinessYears setting) {

    FundReport {
        months = List.copyOf(months);
        ages = Map.copyOf(ages);
    }

    static FundReport of(FundName fund, List<Shown> months, BusinessYears setting) {
        return new FundReport(fund, months, months.isEmpty() ? Map.of() : Ages.of(months), setting);
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

    /** From the first to the last. */
    public List<BusinessYear> years() {
        return months.stream().map(it -> setting.of(it.month())).distinct().toList();
    }

    public Year year(BusinessYear year) {
        return new Year(
                year, months.stream().filter(it -> setting.of(it.month()).equals(year)).toList());
    }
}
