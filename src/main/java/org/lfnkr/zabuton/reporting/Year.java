package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.BusinessYear;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The months of a fund in a year, as far as they are told.
 *
 * @param months at least one
 */
record Year(BusinessYear year, List<Shown> months) {

    Year {
        months = List.copyOf(months);
    }

    /** Its first month in words. */
    public String begins(Language language) {
        return MonthName.of(year.begins(), language);
    }

    /** Its last. */
    public String ends(Language language) {
        return MonthName.of(year.ends(), language);
    }

    public Money opening() {
        return months.getFirst().opening();
    }

    public Money closing() {
        return months.getLast().closing();
    }

    public Money in() {
        return sum(Shown::in);
    }

    public Money back() {
        return sum(Shown::back);
    }

    public Money borne() {
        return sum(Shown::borne);
    }

    public Money moved() {
        return sum(Shown::moved);
    }

    public Money spent() {
        return sum(Shown::spent);
    }

    public Money of(String purpose) {
        return sum(month -> month.of(purpose));
    }

    private Money sum(Function<Shown, Money> of) {
        return months.stream().map(of).reduce(Money.ZERO, Money::plus);
    }

    /** On what something was spent, in a fixed order. */
    public List<String> purposes() {
        return months.stream()
                .flatMap(month -> month.out().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the fund bore what others had spent, in some month. */
    public boolean bore() {
        return months.stream().anyMatch(month -> !month.borne().isZero());
    }

    /** Whether there is anything to draw. */
    public boolean draws() {
        return months.stream()
                .flatMap(month -> Stream.of(month.in(), month.spent(), month.closing()))
                .anyMatch(yen -> !yen.isZero());
    }

    public Bars chart() {
        return Bars.of(months);
    }
}
