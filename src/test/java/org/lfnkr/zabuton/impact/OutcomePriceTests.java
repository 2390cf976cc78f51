package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

class OutcomePriceTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -1"})
    void hasYenAndUnits(long yen, long units) {
        assertThatThrownBy(() -> Samples.price(UUID.randomUUID(), yen, units))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayBeOneYenForOneUnit() {
        assertThat(Samples.price(UUID.randomUUID(), 1, 1).units()).isEqualTo(1);
    }
}
