package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.Year;

/** Against the list that the Cabinet Office publishes (「国民の祝日」について). */
class JapaneseHolidaysTests {

    @ParameterizedTest
    @CsvSource({
        // two of a row: 23 February 2025 and 4 May 2025 are Sundays
        "2025, 1-1 1-13 2-11 2-23 2-24 3-20 4-29 5-3 5-4 5-5 5-6 7-21 8-11 9-15 9-23 10-13 11-3 11-23 11-24",
        // 22 September stands between two holidays
        "2026, 1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-20 8-11 9-21 9-22 9-23 10-12 11-3 11-23",
        "2027, 1-1 1-11 2-11 2-23 3-21 3-22 4-29 5-3 5-4 5-5 7-19 8-11 9-20 9-23 10-11 11-3 11-23",
        // leap year: the autumn equinox is a day earlier
        "2028, 1-1 1-10 2-11 2-23 3-20 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-22 10-9 11-3 11-23"
    })
    void areThoseOfTheLawAndNoOthers(int year, String days) {
        assertThat(
                        Year.of(year)
                                .atDay(1)
                                .datesUntil(Year.of(year + 1).atDay(1))
                                .filter(JapaneseHolidays::isHoliday)
                                .map(JapaneseHolidaysTests::text))
                .containsExactly(days.split(" "));
    }

    private static String text(LocalDate day) {
        return day.getMonthValue() + "-" + day.getDayOfMonth();
    }
}
