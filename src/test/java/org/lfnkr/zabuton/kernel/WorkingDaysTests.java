package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;

/** 9 November 2026 is a Monday, and no holiday stands in the two weeks after it. */
class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-09, 2026-11-11",
        "2026-11-11, 2026-11-13",
        "2026-11-12, 2026-11-16",
        "2026-11-13, 2026-11-17",
        "2026-11-14, 2026-11-17",
        "2026-11-15, 2026-11-17"
    })
    void weekendsDontCount(LocalDate paidOn, LocalDate last) {
        assertThat(WorkingDays.lastDay(paidOn)).isEqualTo(last);
    }

    /** Culture Day is a Tuesday in 2026; Golden Week runs to Wednesday, as 3 May is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-05",
        "2026-05-01, 2026-05-08",
        "2026-09-18, 2026-09-25",
        "2026-12-31, 2027-01-05"
    })
    void holidaysDontCount(LocalDate paidOn, LocalDate last) {
        assertThat(WorkingDays.lastDay(paidOn)).isEqualTo(last);
    }

    /** A day ends at midnight in Tokyo, which is three in the afternoon in London. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-09T03:00:00Z, 2026-11-11T14:59:59Z, false",
        "2026-11-09T03:00:00Z, 2026-11-11T15:00:00Z, true",
        "2026-11-09T15:00:00Z, 2026-11-11T15:00:00Z, false",
        "2026-11-09T15:00:00Z, 2026-11-12T15:00:00Z, true"
    })
    void isLateFromTheDayAfterIn(Instant paidAt, Instant now, boolean late) {
        assertThat(WorkingDays.isLate(paidAt, now)).isEqualTo(late);
    }
}
