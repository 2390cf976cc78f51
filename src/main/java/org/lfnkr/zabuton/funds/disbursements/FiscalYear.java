package org.lfnkr.zabuton.funds.disbursements;

import java.time.LocalDate;

/**
 * The organisation's year, from April to March.
 *
 * @param year in which it begins
 */
record FiscalYear(int year) {

    private static final int APRIL = 4;

    static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() < APRIL ? day.getYear() - 1 : day.getYear());
    }

    /** As an address says it; the year of that day where it says none. */
    static FiscalYear of(String typed, LocalDate today) {
        return typed.matches("2[0-9]{3}") ? new FiscalYear(Integer.parseInt(typed)) : of(today);
    }

    public LocalDate first() {
        return LocalDate.of(year, APRIL, 1);
    }

    public LocalDate last() {
        return first().plusYears(1).minusDays(1);
    }
}
