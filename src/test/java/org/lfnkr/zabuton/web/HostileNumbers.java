package org.lfnkr.zabuton.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people type where a number is asked for, and no two people read alike. */
public final class HostileNumbers {

    private static final int FULL_WIDTH = '！' - '!';

    /** Neither a sum nor a count, whoever reads them. */
    private static final List<String> NARROW =
            List.of(
                    "3000.00",
                    "30.49",
                    "1,000.00",
                    "3000,50",
                    "-3000",
                    "+3000",
                    "1 2",
                    "3 000",
                    "1 000 000",
                    "1e4",
                    "1.5",
                    "-3",
                    "3.",
                    ".5",
                    "3-",
                    "1,0000",
                    "10,00",
                    ",500",
                    "500,",
                    "0,500",
                    "1,,000",
                    "1.000",
                    "1'000",
                    "1_000",
                    "1/2",
                    "0x10",
                    "1000 1000",
                    "¥¥500",
                    "500¥",
                    "$500",
                    "abc",
                    "NaN",
                    "(500)");

    /** What no keyboard's width explains. */
    private static final List<String> STRANGE =
            List.of(
                    "",
                    " ",
                    "円",
                    "¥",
                    "３０００。００",
                    "３０００・００",
                    "3000\u00002",
                    "3000\u00072",
                    "3\u200b000",
                    "3\u202e000",
                    "3000²",
                    "①",
                    "½",
                    "٣٠٠٠",
                    "३०००",
                    "𝟑𝟎𝟎𝟎",
                    "三千",
                    "−3000",
                    "ー3000",
                    "‐3000",
                    "1\u00a02",
                    "1\u30002",
                    "1\n2",
                    "1\t2",
                    "５００円円");

    private HostileNumbers() {}

    /** Each in half and in full width, and half in each. */
    public static Stream<String> all() {
        return Stream.concat(
                        NARROW.stream().flatMap(it -> Stream.of(it, wide(it), mixed(it))),
                        STRANGE.stream())
                .distinct();
    }

    private static String wide(String text) {
        return text.codePoints()
                .map(HostileNumbers::wide)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int wide(int narrow) {
        return switch (narrow) {
            case ' ' -> '\u3000';
            case '¥' -> '￥';
            default -> narrow < '\u007f' ? narrow + FULL_WIDTH : narrow;
        };
    }

    private static String mixed(String text) {
        int half = text.length() / 2;
        return wide(text.substring(0, half)) + text.substring(half);
    }
}
