package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTests {

    @Test
    void linesHaveAPositionFromZeroOn() {
        assertThat(new Part(Part.Kind.LINE, 0)).isEqualTo(Part.line(0));
        assertThat(new Part(Part.Kind.LINE, 1)).isEqualTo(Part.line(1));
        assertThat(new Part(Part.Kind.GIFT, 0)).isEqualTo(Part.GIFT);
    }

    @ParameterizedTest
    @CsvSource({"LINE, -1", "GIFT, 1", "GIFT, -1", "SHIPPING, 1"})
    void nothingElseHasOne(Part.Kind kind, int line) {
        assertThatThrownBy(() -> new Part(kind, line)).isInstanceOf(IllegalArgumentException.class);
    }
}
