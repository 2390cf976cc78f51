package org.lfnkr.zabuton.giving.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.giving.Frequency;

import java.time.LocalDate;

class ChargeDayTests {

    @ParameterizedTest
    @CsvSource({
        "5, 2026-11-22, 2026-12-22, 2026-12-05",
        "28, 2026-11-22, 2026-12-22, 2026-12-28",
        "5, 2026-12-10, 2026-12-22, 2027-01-05",
        "10, 2026-12-10, 2026-12-22, 2027-01-10",
        "28, 2028-02-10, 2028-02-29, 2028-02-28",
        "1, 2027-01-31, 2027-02-28, 2027-02-01"
    })
    void chargesInTheMonthThatWasDueOrTheNext(
            int day, LocalDate today, LocalDate due, LocalDate first) {
        assertThat(ChargeDay.first(day, today, due)).isEqualTo(first);
    }

    @Test
    void offersOnlyDaysThatEveryMonthHas() {
        assertThat(ChargeDay.offered())
                .hasSize(28)
                .allMatch(day -> ChargeDay.isOffered(day, Frequency.MONTHLY))
                .allMatch(day -> ChargeDay.isOffered(day, Frequency.YEARLY));
        assertThat(ChargeDay.isOffered(0, Frequency.MONTHLY)).isFalse();
        assertThat(ChargeDay.isOffered(29, Frequency.MONTHLY)).isFalse();
        assertThat(ChargeDay.isOffered(31, Frequency.YEARLY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-12-22, 2026-12-31",
        "2027-04-01, 2027-04-22, 2027-05-31",
        "2027-01-31, 2027-02-28, 2027-03-31",
        "2027-07-31, 2027-07-31, 2027-08-31"
    })
    void theLastDayOfEachMonthBeginsOnA31st(LocalDate today, LocalDate due, LocalDate first) {
        assertThat(ChargeDay.isOffered(ChargeDay.LAST_OF_MONTH, Frequency.MONTHLY)).isTrue();
        assertThat(ChargeDay.first(ChargeDay.LAST_OF_MONTH, today, due)).isEqualTo(first);
    }
}
