package org.lfnkr.zabuton.shipping;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postal code of Japan.
 *
 * @param digits seven digits
 */
public record PostalCode(String digits) {

    private static final Pattern SEVEN_DIGITS = Pattern.compile("[0-9]{7}");

    // Whatever a Japanese keyboard gives for a hyphen, the long-vowel mark too, and the postal
    // mark.
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}ー−〒]");

    public PostalCode {
        if (!SEVEN_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("A postal code has seven digits");
        }
    }

    /** What a person typed, in any width, with or without a hyphen; empty if it is no code. */
    public static Optional<PostalCode> parse(String typed) {
        String half = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return Optional.of(BETWEEN.matcher(half).replaceAll(""))
                .filter(it -> SEVEN_DIGITS.matcher(it).matches())
                .map(PostalCode::new);
    }

    /** As it is written on a parcel: {@code 113-0024}. */
    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3);
    }
}
