package org.lfnkr.zabuton.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.BusinessYear;
import org.lfnkr.zabuton.kernel.BusinessYears;
import org.lfnkr.zabuton.kernel.Money;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class BarsTests {

    /** A picture fills its page: one of a single month would have a bar as high as the screen. */
    @Test
    void fewMonthsAreNotDrawnLargerThanAYear() {
        assertThat(Bars.of(months(1)).width()).isEqualTo(Bars.of(months(12)).width());
        assertThat(Bars.of(months(12)).groups().getLast().end())
                .isEqualTo(Bars.of(months(12)).width());
    }

    /** Where all of it waits for more givers, an axis of nothing would be the whole picture. */
    @Test
    void nothingIsDrawnOfNothing() {
        Shown none =
                new Shown(
                        YearMonth.of(2026, 4),
                        Money.ZERO,
                        Money.ZERO,
                        Map.of(),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        true);
        BusinessYear year = new BusinessYears(4).of(YearMonth.of(2026, 4));

        assertThat(new Year(year, List.of(none)).draws()).isFalse();
        assertThat(new Year(year, months(1)).draws()).isTrue();
    }

    private static List<Shown> months(int count) {
        return IntStream.range(0, count).mapToObj(BarsTests::month).toList();
    }

    private static Shown month(int past) {
        Money yen = Money.yen(1_000);
        return new Shown(
                YearMonth.of(2026, 4).plusMonths(past),
                Money.ZERO,
                yen,
                Map.of(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                false);
    }
}
