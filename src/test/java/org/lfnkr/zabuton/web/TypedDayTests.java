package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class TypedDayTests {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28", " 2026-11-28 ", "２０２６-１１-２８", "2026－11－28"})
    void readsADayInAnyWidth(String typed) {
        assertThat(TypedDay.of(typed)).contains(LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-02-30",
                "2026-1-2",
                "2026/11/28",
                "2019-12-31",
                "0001-01-01",
                "0000-01-01",
                "9999-12-31",
                "-2026-11-28",
                "+12026-11-28",
                "-999999999-01-01",
                "+999999999-12-31",
                "\u0000"
            })
    void readsNoDayFromWhatIsNoneOrFarFromEveryOneOfOurs(String typed) {
        assertThat(TypedDay.of(typed)).isEmpty();
    }
}
