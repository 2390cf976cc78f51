package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.web.Typed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A carrier's number for a parcel, without what people set between its parts.
 *
 * @param text 6 to 30 of A–Z and 0–9; the database says so too
 */
record TrackingNumber(String text) {

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s\\-‐‑‒–—―ー−ｰ.]");
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{6,30}");

    TrackingNumber {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "No tracking number: " + text.length() + " characters");
        }
    }

    /** As it was meant, in any width and with any hyphens; empty for what is none. */
    static Optional<TrackingNumber> read(String typed) {
        return Optional.of(plain(typed))
                .filter(plain -> FORM.matcher(plain).matches())
                .map(TrackingNumber::new);
    }

    private static String plain(String typed) {
        String plain = BETWEEN_PARTS.matcher(Typed.code(typed)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT);
    }
}
