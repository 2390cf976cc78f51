package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;

/** 2 November 2026 is a Monday. */
class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-04",
        "2026-11-04, 2026-11-06",
        "2026-11-05, 2026-11-09",
        "2026-11-06, 2026-11-10",
        "2026-11-07, 2026-11-10",
        "2026-11-08, 2026-11-10"
    })
    void weekendsDontCount(LocalDate paidOn, LocalDate last) {
        assertThat(WorkingDays.lastDay(paidOn)).isEqualTo(last);
    }

    /** A day ends at midnight in Tokyo, which is three in the afternoon in London. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T03:00:00Z, 2026-11-04T14:59:59Z, false",
        "2026-11-02T03:00:00Z, 2026-11-04T15:00:00Z, true",
        "2026-11-02T15:00:00Z, 2026-11-04T15:00:00Z, false",
        "2026-11-02T15:00:00Z, 2026-11-05T15:00:00Z, true"
    })
    void isLateFromTheDayAfterIn(Instant paidAt, Instant now, boolean late) {
        assertThat(WorkingDays.isLate(paidAt, now)).isEqualTo(late);
    }
}
