package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CsvTests {

    @Test
    void quotesWhatWouldBreakTheTable() {
        assertThat(Csv.of(List.of("a", "b")).row("x, \"y\"\nz", "座布団").toString())
                .isEqualTo("\ufeffa,b\r\n\"x, \"\"y\"\"\nz\",座布団\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1"})
    void letsNoTextBeAFormula(String text) {
        assertThat(Csv.of(List.of("a")).row(text).toString())
                .isEqualTo("\ufeffa\r\n'" + text + "\r\n");
    }

    @Test
    void quotesALineBreakBeforeAFormula() {
        assertThat(Csv.of(List.of("a")).row("\r=1").toString())
                .isEqualTo("\ufeffa\r\n\"'\r=1\"\r\n");
    }

    @Test
    void writesNumbersAsNumbers() {
        assertThat(Csv.of(List.of("a")).row(-300L).row(12).toString())
                .isEqualTo("\ufeffa\r\n-300\r\n12\r\n");
    }
}
