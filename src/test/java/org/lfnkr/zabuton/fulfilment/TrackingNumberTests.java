package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTests {

    @ParameterizedTest
    @CsvSource({
        "1234-5678-9012, 123456789012",
        "1234 5678 9012, 123456789012",
        "１２３４−５６７８ー９０１２, 123456789012",
        "１２３４　５６７８　９０１２, 123456789012",
        "ee 123 456 789 jp, EE123456789JP",
        "ＥＥ１２３４５６７８９ＪＰ, EE123456789JP"
    })
    void isReadAsItWasMeant(String typed, String meant) {
        assertThat(TrackingNumber.read(typed)).contains(new TrackingNumber(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "1234567890123456789012345678901",
                "1234/5678",
                "四国中央",
                "<b>123456"
            })
    void isNotGuessed(String typed) {
        assertThat(TrackingNumber.read(typed)).isEmpty();
    }

    @Test
    void hasOneForm() {
        assertThatThrownBy(() -> new TrackingNumber("1234-5678"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
