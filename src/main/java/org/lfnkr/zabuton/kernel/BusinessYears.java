package org.lfnkr.zabuton.kernel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When the organisation's years begin: for the books, the boards, the reports and what went abroad.
 * Receipts of gifts are for calendar years, as the tax is.
 *
 * @param yearBegins the month in which each begins, 1 to 12
 */
@ConfigurationProperties("zabuton.closing")
public record BusinessYears(@DefaultValue("4") int yearBegins) {

    private static final int MONTHS = 12;

    public BusinessYears {
        if (yearBegins < 1 || yearBegins > MONTHS) {
            throw new IllegalArgumentException("A year begins in one of twelve months");
        }
    }

    /** The year that begins in that one. */
    public BusinessYear beginningIn(int year) {
        return new BusinessYear(YearMonth.of(year, yearBegins));
    }

    /** The year to which a month belongs. */
    public BusinessYear of(YearMonth month) {
        return beginningIn(month.minusMonths(yearBegins - 1L).getYear());
    }

    public BusinessYear of(LocalDate day) {
        return of(YearMonth.from(day));
    }

    /** As an address says it, by the year in which it begins; that of a day where it says none. */
    public BusinessYear asked(String typed, LocalDate today) {
        return typed.matches("2[0-9]{3}") ? beginningIn(Integer.parseInt(typed)) : of(today);
    }
}
