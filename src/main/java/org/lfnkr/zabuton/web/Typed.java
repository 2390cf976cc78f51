package org.lfnkr.zabuton.web;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Reads what people type. Codes are understood in any width, and so are numbers, see {@link
 * TypedNumber}. Names keep their very characters, since a normal form would change some that people
 * insist on; only half-width kana, which nobody means, become full-width, letters typed in parts
 * become whole, and what nobody sees is left out.
 */
public final class Typed {

    private static final Pattern HALF_WIDTH_KANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");
    private static final Pattern BREAKS = Pattern.compile("\\R");

    /**
     * A letter and what is set on it, typed one after the other; not the old shapes of ideographs.
     */
    private static final Pattern COMPOSED =
            Pattern.compile(
                    "[\\p{L}&&[^\\p{IsHan}]][\\p{Mn}&&[^\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]]+");

    private Typed() {}

    /** One line: a name, an address. Spaces of any kind and number become one. */
    public static String line(String typed) {
        return SPACES.matcher(printable(typed)).replaceAll(" ").strip();
    }

    /** Several lines, without trailing spaces. */
    public static String lines(String typed) {
        return BREAKS.matcher(printable(typed).strip()).replaceAll("\n");
    }

    /** A code in half width: a mail address, a postal code from abroad. */
    public static String code(String typed) {
        return Normalizer.normalize(line(typed), Normalizer.Form.NFKC).strip();
    }

    /** How many characters a person would count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String printable(String typed) {
        String kana =
                HALF_WIDTH_KANA
                        .matcher(typed)
                        .replaceAll(run -> Normalizer.normalize(run.group(), Normalizer.Form.NFKC));
        return COMPOSED.matcher(Invisible.leftOut(kana)).replaceAll(run -> composed(run.group()));
    }

    private static String composed(String run) {
        return Normalizer.normalize(run, Normalizer.Form.NFC);
    }
}
