package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unbescape.html.HtmlEscape;
import org.unbescape.html.HtmlEscapeLevel;
import org.unbescape.html.HtmlEscapeType;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class NeedlesTests {

    private static final String KANA = "ぬきあしさしあし";
    private static final String LATIN = "qwfpgjluyrst";
    private static final HtmlEscapeLevel ALL =
            HtmlEscapeLevel.LEVEL_2_ALL_NON_ASCII_PLUS_MARKUP_SIGNIFICANT;
    private static final Needles NEEDLES =
            new Needles(List.of(KANA, LATIN, "ひとちがいのしるし", "somebodyelse"));

    static List<Function<String, byte[]>> encoders() {
        JsonMapper ascii = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        return List.of(
                text -> text.getBytes(StandardCharsets.UTF_8),
                text -> text.getBytes(StandardCharsets.UTF_16),
                text -> text.getBytes(StandardCharsets.UTF_16LE),
                text -> text.getBytes(Charset.forName("Shift_JIS")),
                text -> text.getBytes(Charset.forName("EUC-JP")),
                text -> Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8)),
                text -> Base64.getUrlEncoder().encode(text.getBytes(StandardCharsets.UTF_8)),
                text -> bytes(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))),
                text -> bytes(URLEncoder.encode(text, StandardCharsets.UTF_8)),
                text -> bytes(ascii.writeValueAsString(text)),
                text -> bytes(HtmlEscape.escapeHtml(text, HtmlEscapeType.DECIMAL_REFERENCES, ALL)),
                text ->
                        bytes(
                                HtmlEscape.escapeHtml(
                                        text, HtmlEscapeType.HEXADECIMAL_REFERENCES, ALL)));
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void findsAMarkWhereverItBeginsInALongerText(Function<String, byte[]> encoder) {
        Stream.of("", "a", "ab", "abc", "名")
                .forEach(
                        before -> {
                            assertThat(NEEDLES.in(encoder.apply(before + KANA + " 後")))
                                    .containsExactly(KANA);
                            assertThat(NEEDLES.in(encoder.apply(before + LATIN + "@x.org")))
                                    .containsExactly(LATIN);
                        });
    }

    @Test
    void findsCapitalLetters() {
        assertThat(NEEDLES.in(bytes("X" + LATIN.toUpperCase() + "X"))).containsExactly(LATIN);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(NEEDLES.in(bytes("ABCDEFGHIJKL qwfpgjluyrs"))).isEmpty();
        assertThat(NEEDLES.in(new byte[100_000])).isEmpty();
    }
}
