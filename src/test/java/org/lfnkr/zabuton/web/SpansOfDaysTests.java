package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.Language;

import java.time.LocalDate;

/** Days from one to another as pages write them. */
class SpansOfDaysTests {

    @ParameterizedTest
    @CsvSource({
        "2026-05-29, 2026-06-02, EN, 29 May 2026 to 2 June 2026",
        "2026-05-29, 2026-06-02, JA, 2026年5月29日〜2026年6月2日",
        "2026-05-29, 2026-05-29, EN, 29 May 2026",
        "2026-05-29, 2026-05-29, JA, 2026年5月29日"
    })
    void sayOneDayWhereItIsOne(
            LocalDate from, LocalDate until, Language language, String expected) {
        assertThat(new Formats().days(from, until, language)).isEqualTo(expected);
    }
}
