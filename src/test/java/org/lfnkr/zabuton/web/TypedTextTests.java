package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTests {

    /** Direction, width, tags, fillers, selectors of nothing: each alone and within a name. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E,
                0x200F, 0x061C, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0xFEFF, 0x00AD,
                0x034F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x2800, 0x3164, 0xFFA0, 0xFFF9,
                0xFE00, 0xFE07, 0xFE0F, 0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xE01EF, 0xE000, 0xD800,
                0x0000, 0x0007, 0x0085, 0xFFFF
            })
    void whatNobodySeesIsLeftOut(int codePoint) {
        String hidden = Character.toString(codePoint);

        assertThat(Typed.line("Han" + hidden + "ako")).isEqualTo("Hanako");
        assertThat(Typed.line("花" + hidden + "\u0020子")).endsWith(" 子");
        assertThat(Typed.lines("a\nb" + hidden + "c")).isEqualTo("a\nbc");
        assertThat(Typed.line(hidden)).isEmpty();
    }

    /** Variants of ideographs, joined letters, pictures of several parts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "葛\uDB40\uDD00城",
                "\uFA19\uDB40\uDD00",
                "神\uFE00",
                "𠮷\uDB40\uDD00野",
                "𠮷野家",
                "\uFA11", // an old shape that a normal form would change
                "علی\u200Cرضا",
                "ක්\u200Dෂ",
                "👩\u200D❤\uFE0F\u200D👨",
                "김철수",
                "O’Connor-Łódź",
                "M\u0300"
            })
    void whatBelongsToTheWritingStays(String name) {
        assertThat(Typed.line(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguye\u0302\u0303n", "か\u3099んば"})
    void lettersTypedInPartsBecomeWhole(String name) {
        assertThat(Typed.line(name)).isIn("Nguyễn", "がんば");
    }
}
