package org.lfnkr.zabuton.counter.box;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why pieces were neither sold nor brought back: a list and no text, so that nobody is named. */
enum LossGround {
    MISSING,
    STOLEN,
    BROKEN,
    SOILED,
    GIVEN_AWAY;

    /** As forms, messages and the database know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LossGround> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
