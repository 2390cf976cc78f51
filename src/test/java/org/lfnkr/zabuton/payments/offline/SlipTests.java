package org.lfnkr.zabuton.payments.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;

class SlipTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Test Person", "寄付", "a:b", "a\nb"})
    void takesNoReferenceThatCouldNameSomebodyOrAnotherLine(String reference) {
        assertThat(Slip.isReference(reference)).isFalse();
        assertThatThrownBy(() -> new Slip(Means.BANK, DAY, reference, "staff"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesItsLineByMeansAndReference() {
        Slip slip = new Slip(Means.POSTAL, DAY, "2026-11/17", "staff");

        assertThat(slip.line()).isEqualTo("postal:2026-11/17");
        assertThat(slip.at()).isEqualTo(Instant.parse("2026-11-19T15:00:00Z"));
    }
}
