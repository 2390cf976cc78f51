package org.lfnkr.zabuton.web;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What nobody sees, and a name could hide behind: controls, those of direction too (U+202E turns
 * the rest of a line around), spaces without width, tags, fillers. What belongs to the writing is
 * none of it: a selector behind its ideograph or picture, and joiners where letters or pictures
 * join.
 */
final class Invisible {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int NONE = -1;

    private static final Pattern ALWAYS =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\n\\r\\t]]|\\p{Cf}|[\\u034F\\u115F\\u1160\\u17B4\\u17B5"
                            + "\\u180B-\\u180F\\u2800\\u3164\\uFFA0\\uFE03-\\uFE0D]");

    /** Whose letters join, or do not, by an invisible character between them. */
    private static final Set<UnicodeScript> JOINING =
            Set.of(
                    UnicodeScript.ARABIC,
                    UnicodeScript.SYRIAC,
                    UnicodeScript.DEVANAGARI,
                    UnicodeScript.BENGALI,
                    UnicodeScript.GURMUKHI,
                    UnicodeScript.GUJARATI,
                    UnicodeScript.ORIYA,
                    UnicodeScript.TAMIL,
                    UnicodeScript.TELUGU,
                    UnicodeScript.KANNADA,
                    UnicodeScript.MALAYALAM,
                    UnicodeScript.SINHALA,
                    UnicodeScript.MYANMAR,
                    UnicodeScript.KHMER);

    private Invisible() {}

    static String leftOut(String text) {
        int[] typed = text.codePoints().toArray();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < typed.length; i++) {
            int before = kept.isEmpty() ? NONE : kept.codePointBefore(kept.length());
            int after = i + 1 < typed.length ? typed[i + 1] : NONE;
            if (belongs(before, typed[i], after)) {
                kept.appendCodePoint(typed[i]);
            }
        }
        return kept.toString();
    }

    private static boolean belongs(int before, int it, int after) {
        return switch (it) {
            case NON_JOINER -> joins(before) && joins(after);
            case JOINER -> joins(before) && joins(after) || isPictured(before) && isPicture(after);
            case 0xFE0E, 0xFE0F -> isPicture(before);
            default ->
                    isIdeographSelector(it)
                            ? before != NONE && Character.isIdeographic(before)
                            : !ALWAYS.matcher(Character.toString(it)).matches();
        };
    }

    private static boolean joins(int codePoint) {
        return codePoint != NONE && JOINING.contains(UnicodeScript.of(codePoint));
    }

    private static boolean isPictured(int codePoint) {
        return codePoint == 0xFE0F || isPicture(codePoint);
    }

    private static boolean isPicture(int codePoint) {
        return codePoint > 0x7F && Character.isEmoji(codePoint);
    }

    private static boolean isIdeographSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE02
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
