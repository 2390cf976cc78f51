package org.lfnkr.zabuton.papers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class GlyphsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷野 髙﨑 渡邉",
                "O’Connor-Łódź Ångström Şahin",
                "Nguyễn Thị Ứng",
                "김철수",
                "王梦瑶",
                "Иванов Ελένη",
                "二行\nの住所",
                ""
            })
    void whatPapersCanShowIsNoProblem(String text) {
        assertThat(Glyphs.problem("name", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "สมชาย, ส ม ช า ย",
        "محمد, م ح د",
        "Ana 🌸, 🌸",
        "葛\uDB40\uDD00城, 葛\uDB40\uDD00",
        "דוד, ד ו"
    })
    void whatTheyCannotIsNamed(String text, String missing) {
        assertThat(Glyphs.missing(text)).isEqualTo(missing);
        assertThat(Glyphs.problem("name", text))
                .hasValueSatisfying(it -> assertThat(it.arguments()).containsExactly(missing));
    }

    @Test
    void whatIsNoProblemIsPrinted() throws IOException {
        String all =
                IntStream.range(' ', 0x30000)
                        .filter(it -> it % 61 == 0 && Character.isLetter(it))
                        .mapToObj(Character::toString)
                        .filter(it -> Glyphs.missing(it).isEmpty())
                        .collect(Collectors.joining("|"));

        assertThat(all).hasSizeGreaterThan(500);
        assertThat(PressTests.printed(all).replaceAll("\\s", "")).contains(all);
    }
}
