package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Money;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers that people type, in half or full width, as they are meant or not at all:
 * nothing is left out between two digits, for {@code 2500.00} is no quarter of a million.
 */
public final class TypedNumber {

    private static final String SPACE = "[\\s\\u00A0\\u3000]*";
    private static final String DIGIT = "[0-9０-９]";
    private static final String GROUPS = "[1-9１-９]" + DIGIT + "{0,2}(?:[,，]" + DIGIT + "{3})+";
    private static final Pattern SUM =
            Pattern.compile(
                    "%1$s(?:[¥￥]%1$s)?(%2$s+|%3$s)%1$s(?:円%1$s)?".formatted(SPACE, DIGIT, GROUPS));
    private static final Pattern COUNT = Pattern.compile("%1$s(%2$s+)%1$s".formatted(SPACE, DIGIT));
    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[,，]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s\\-‐‑‒–—―ー−ｰ]");

    /** Beyond every limit of ours, and what any longer number is read as. */
    private static final int LONGEST = 12;

    private static final int FULL_WIDTH = '０' - '0';

    private TypedNumber() {}

    /**
     * A sum in whole yen: digits, or groups of three behind commas, with or without ¥ and 円. A
     * point, a sign and a space between digits are no part of one.
     *
     * @return empty for anything else; what is longer than twelve digits is the largest of those
     */
    public static Optional<Money> sum(String typed) {
        return Optional.of(SUM.matcher(typed))
                .filter(Matcher::matches)
                .map(sum -> BETWEEN_GROUPS.matcher(sum.group(1)).replaceAll(""))
                .map(TypedNumber::value)
                .map(Money::yen);
    }

    /**
     * How many there are: digits and nothing else.
     *
     * @return empty for anything else; what is too large for an int is the largest of those
     */
    public static Optional<Integer> count(String typed) {
        return Optional.of(COUNT.matcher(typed))
                .filter(Matcher::matches)
                .map(count -> value(count.group(1)))
                .map(value -> (int) Math.min(value, Integer.MAX_VALUE));
    }

    /**
     * The digits of a code, which is no number: a mailed {@code 123 456} or {@code 123-456}.
     *
     * @return empty when there is anything but digits, spaces and hyphens
     */
    public static String codeDigits(String typed) {
        String digits = BETWEEN_PARTS.matcher(Typed.code(typed)).replaceAll("");
        return COUNT.matcher(digits).matches() ? digits : "";
    }

    private static long value(String digits) {
        String half = LEADING_ZEROS.matcher(halfWidth(digits)).replaceAll("");
        return Long.parseLong(half.length() > LONGEST ? "9".repeat(LONGEST) : half);
    }

    private static String halfWidth(String digits) {
        return digits.codePoints()
                .map(digit -> digit >= '０' ? digit - FULL_WIDTH : digit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
