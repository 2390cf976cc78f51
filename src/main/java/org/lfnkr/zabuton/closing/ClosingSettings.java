package org.lfnkr.zabuton.closing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The year of the books.
 *
 * @param yearBegins the month in which it begins, 1 to 12
 */
@ConfigurationProperties("zabuton.closing")
record ClosingSettings(@DefaultValue("4") int yearBegins) {

    private static final int MONTHS = 12;

    ClosingSettings {
        if (yearBegins < 1 || yearBegins > MONTHS) {
            throw new IllegalArgumentException("A year begins in one of twelve months");
        }
    }

    /** The year, called by the one in which it begins. */
    int yearOf(YearMonth month) {
        return month.minusMonths(yearBegins - 1L).getYear();
    }

    int yearOf(LocalDate day) {
        return yearOf(YearMonth.from(day));
    }

    /** Its last month. */
    YearMonth lastOf(int year) {
        return YearMonth.of(year, yearBegins).plusMonths(MONTHS - 1L);
    }
}
