package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class BusinessYearTests {

    @ParameterizedTest
    @CsvSource({
        "4, 2026-03-31, 2025, 2025-04-01, 2026-03-31",
        "4, 2026-04-01, 2026, 2026-04-01, 2027-03-31",
        "1, 2026-12-31, 2026, 2026-01-01, 2026-12-31",
        "10, 2026-09-30, 2025, 2025-10-01, 2026-09-30",
        "12, 2026-12-01, 2026, 2026-12-01, 2027-11-30"
    })
    void isCalledByTheYearInWhichItBegins(
            int begins, LocalDate day, int year, LocalDate first, LocalDate last) {
        BusinessYears years = new BusinessYears(begins);
        BusinessYear found = years.of(day);
        assertThat(found.year()).isEqualTo(year);
        assertThat(found.first()).isEqualTo(first);
        assertThat(found.last()).isEqualTo(last);
        assertThat(years.asked("nonsense", day)).isEqualTo(found);
        assertThat(years.asked("" + year, LocalDate.EPOCH)).isEqualTo(found);
    }

    @Test
    void beginsInOneOfTwelveMonths() {
        assertThatThrownBy(() -> new BusinessYears(13)).hasMessageContaining("twelve");
        assertThatThrownBy(() -> new BusinessYears(0)).hasMessageContaining("twelve");
    }
}
