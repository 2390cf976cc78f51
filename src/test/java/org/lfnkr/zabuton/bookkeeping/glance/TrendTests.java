package org.lfnkr.zabuton.bookkeeping.glance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

class TrendTests {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 3);

    @Test
    void setsEachMonthBesideTheSameOfTheYearBefore() {
        Trend trend =
                Trend.of(
                        APRIL,
                        JUNE,
                        Map.of(
                                YearMonth.of(2026, 4), 100L,
                                YearMonth.of(2026, 6), 50L,
                                YearMonth.of(2025, 6), 200L,
                                YearMonth.of(2025, 7), 900L));
        assertThat(trend.months()).extracting(Trend.Month::now).containsExactly(100L, 0L, 50L);
        assertThat(trend.months()).extracting(Trend.Month::before).containsExactly(0L, 0L, 200L);
        assertThat(trend.now()).isEqualTo("8,60 160,112 312,86");
        assertThat(trend.before()).isEqualTo("8,112 160,112 312,8");
    }

    @Test
    void nothingAndLessThanNothingStandOnTheGround() {
        assertThat(Trend.of(APRIL, LocalDate.of(2026, 4, 9), Map.of()).now()).isEqualTo("8,112");
        assertThat(Trend.of(APRIL, JUNE, Map.of(YearMonth.of(2026, 5), -300L)).now())
                .isEqualTo("8,112 160,112 312,112");
    }
}
