package org.lfnkr.zabuton.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text as bars that any scanner reads (ISO/IEC 15417, Code 128, code set B).
 *
 * @param bars from left to right, each with the space behind it
 */
public record Barcode(List<Bar> bars) {

    /** How many modules of black, and of white behind it; the last has none. */
    public record Bar(int black, int white) {}

    /** By value, black and white in turn. */
    private static final String[] PATTERNS =
            """
            212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
            112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
            311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
            112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
            313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
            314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
            122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
            124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
            114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
            """
                    .strip()
                    .split("\\s+");

    private static final int START = 104;
    private static final int STOP = 106;
    private static final int MODULUS = 103;

    /** The first character of the set; its value is zero. */
    private static final char FIRST = ' ';

    private static final char LAST = '~';

    public Barcode {
        bars = List.copyOf(bars);
    }

    /**
     * @param text of characters from space to ~
     */
    public static Barcode of(String text) {
        List<Integer> values = new ArrayList<>(List.of(START));
        text.chars().map(Barcode::value).forEach(values::add);
        values.add(check(values));
        values.add(STOP);
        return new Barcode(values.stream().flatMap(value -> bars(value).stream()).toList());
    }

    private static int value(int character) {
        if (character < FIRST || character > LAST) {
            throw new IllegalArgumentException("No bars for this character: " + character);
        }
        return character - FIRST;
    }

    private static int check(List<Integer> values) {
        int sum = IntStream.range(1, values.size()).map(i -> i * values.get(i)).sum();
        return (values.getFirst() + sum) % MODULUS;
    }

    private static List<Bar> bars(int value) {
        String widths = PATTERNS[value];
        return IntStream.range(0, (widths.length() + 1) / 2)
                .map(pair -> pair * 2)
                .mapToObj(at -> new Bar(width(widths, at), width(widths, at + 1)))
                .toList();
    }

    private static int width(String widths, int at) {
        return at < widths.length() ? widths.charAt(at) - '0' : 0;
    }
}
