package org.lfnkr.zabuton.funds.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        OutcomeForm form = OutcomeForm.dated(Map.of("units", units, "on", "2026-11-28"), TODAY);

        assertThat(form.failed()).isEqualTo(failed);
    }
}
