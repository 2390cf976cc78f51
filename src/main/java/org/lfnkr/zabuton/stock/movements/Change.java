package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What staff note of pieces. The grounds are a list and no text, so that nobody can be named in
 * one.
 */
enum Change {
    /** The self-support programme made them. */
    MADE("made"),
    /** They came from elsewhere. */
    RECEIVED("received"),
    /** A fault in the making was found. */
    FLAWED("damaged"),
    /** Stains, moths, damp. */
    SOILED("damaged"),
    /** Torn or broken, here or on the way. */
    BROKEN("damaged"),
    /** Nobody knows where they are. */
    MISSING("lost"),
    STOLEN("lost"),
    /** As a sample or a present. */
    GIVEN_AWAY("lost");

    private final String reason;

    Change(String reason) {
        this.reason = reason;
    }

    /** As forms and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the movement says it. */
    String reason() {
        return reason;
    }

    boolean takesAway() {
        return !reason.equals(code());
    }

    /** Null for what comes. */
    @Nullable String ground() {
        return takesAway() ? code() : null;
    }

    static Optional<Change> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
