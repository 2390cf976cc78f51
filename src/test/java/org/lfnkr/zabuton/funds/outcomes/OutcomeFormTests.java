package org.lfnkr.zabuton.funds.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.Map;

class OutcomeFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    /** What nobody buys is refused, and never noted as something else. */
    @ParameterizedTest
    @CsvSource({
        "６０, false",
        "1000000, false",
        "1000001, true",
        "2147483647, true",
        "1000000000000000000, true",
        "0, true",
        "-1, true"
    })
    void refusesWhatNobodyBuys(String units, boolean failed) {
        OutcomeForm form = dated(units, "2026-11-28");

        assertThat(form.failed()).isEqualTo(failed);
    }

    /** A purchase before its approval, or a delivery before its purchase, is a slip of the hand. */
    @ParameterizedTest
    @CsvSource({"2026-11-27, true", "2026-11-28, false", "2026-11-29, true", "2025-11-28, true"})
    void refusesADayBeforeTheStepThatItFollows(String day, boolean failed) {
        assertThat(dated("60", day).failed()).isEqualTo(failed);
    }

    private static OutcomeForm dated(String units, String day) {
        return OutcomeForm.dated(
                Map.of("units", units, "on", day), TODAY, Problem.of("on", "early"), TODAY);
    }
}
