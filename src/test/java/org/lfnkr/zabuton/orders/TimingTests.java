package org.lfnkr.zabuton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;

import java.time.LocalDate;

/** 9 November 2026 is a Monday, and no holiday stands in the two weeks after it. */
class TimingTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    /** Sent on the next working day, and a day on the way. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-09, 2026-11-11, 0, false",
        "2026-11-09, 2026-11-10, 0, true",
        "2026-11-13, 2026-11-17, 0, false",
        "2026-11-13, 2026-11-16, 0, true",
        "2026-11-09, 2026-11-18, 7, false",
        "2026-11-09, 2026-11-17, 7, true"
    })
    void aDayCanBeKeptWhileAParcelCanArriveOnIt(
            LocalDate paidOn, LocalDate day, int leadDays, boolean tooLate) {
        assertThat(timing(day, leadDays, false).isTooLate(paidOn)).isEqualTo(tooLate);
    }

    @Test
    void withoutADayNothingIsTooLate() {
        assertThat(timing(null, 0, false).isTooLate(MONDAY)).isFalse();
    }

    @Test
    void whatLapsedIsNoWishForTheDayAndStillOneForTheHours() {
        Timing lapsed = timing(MONDAY, 0, true);

        assertThat(lapsed.wish()).isEqualTo(new DeliveryWish(null, DeliverySlot.MORNING));
        assertThat(lapsed.lost()).isEqualTo(MONDAY);
        assertThat(lapsed.dueOn(MONDAY)).isNull();
    }

    /** 22 November is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 0, 2026-11-20",
        "2026-11-20, 0, 2026-11-19",
        ", 7, 2026-11-18",
        ", 0, "
    })
    void leavesUsInTimeForItsDay(@Nullable LocalDate day, int leadDays, @Nullable LocalDate due) {
        assertThat(timing(day, leadDays, false).dueOn(MONDAY)).isEqualTo(due);
    }

    private static Timing timing(@Nullable LocalDate day, int leadDays, boolean lapsed) {
        return new Timing(new DeliveryWish(day, DeliverySlot.MORNING), leadDays, 1, lapsed);
    }
}
