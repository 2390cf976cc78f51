package org.lfnkr.zabuton.kernel;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A year of the organisation, called by the one in which it begins.
 *
 * @param begins its first month
 */
public record BusinessYear(YearMonth begins) {

    public int year() {
        return begins.getYear();
    }

    /** Its last month. */
    public YearMonth ends() {
        return begins.plusYears(1).minusMonths(1);
    }

    public LocalDate first() {
        return begins.atDay(1);
    }

    public LocalDate last() {
        return ends().atEndOfMonth();
    }
}
