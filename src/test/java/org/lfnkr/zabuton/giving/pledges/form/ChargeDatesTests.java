package org.lfnkr.zabuton.giving.pledges.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.Instant;
import java.time.LocalDate;

class ChargeDatesTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, MONTHLY, 2026-12-22, 2027-01-22",
        "2027-01-31, MONTHLY, 2027-02-28, 2027-03-31",
        "2028-01-30, MONTHLY, 2028-02-29, 2028-03-30",
        "2028-02-29, YEARLY, 2029-02-28, 2030-02-28",
        "2026-12-31, YEARLY, 2027-12-31, 2028-12-31"
    })
    void chargesOnTheSameDayOrTheLastOfTheMonth(
            LocalDate first, Frequency frequency, LocalDate second, LocalDate third) {
        Instant noon = first.atTime(12, 0).atZone(BusinessDate.TOKYO).toInstant();

        assertThat(ChargeDates.from(noon, frequency))
                .isEqualTo(new ChargeDates(first, second, third));
    }

    /** Whatever Stripe counts in UTC, and although it takes money an hour after it is due. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T13:59:59Z, 2026-11-22, 2026-12-22, 22",
        "2026-11-22T14:00:00Z, 2026-11-22, 2026-12-22, 22",
        "2026-11-22T14:59:59Z, 2026-11-22, 2026-12-22, 22",
        "2026-11-22T15:00:00Z, 2026-11-23, 2026-12-23, 23",
        "2026-11-30T15:00:00Z, 2026-12-01, 2027-01-01, 1",
        "2026-12-30T22:29:00Z, 2026-12-31, 2027-01-31, 31"
    })
    void namesTheDayInTokyoOnWhichMoneyIsTaken(
            Instant now, LocalDate first, LocalDate second, int day) {
        ChargeDates dates = ChargeDates.from(now, Frequency.MONTHLY);

        assertThat(dates.first()).isEqualTo(first);
        assertThat(dates.second()).isEqualTo(second);
        assertThat(dates.day()).isEqualTo(day);
    }

    @Test
    void nothingFollowsWhatIsGivenOnce() {
        assertThat(ChargeDates.from(Instant.EPOCH, Frequency.ONCE).second()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-27, false", "2026-12-28, false", "2026-12-29, true"})
    void areLateWhereSomeMonthsAreTooShort(LocalDate first, boolean late) {
        Instant noon = first.atTime(12, 0).atZone(BusinessDate.TOKYO).toInstant();

        assertThat(ChargeDates.from(noon, Frequency.MONTHLY).late()).isEqualTo(late);
    }
}
