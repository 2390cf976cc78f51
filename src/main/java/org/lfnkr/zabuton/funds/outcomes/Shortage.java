package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.impact.Cause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something that was bought does not arrive; one of a few, so that nobody is named. */
enum Shortage {
    /** It was not bought after all. */
    NOT_SUPPLIED,
    SPOILED,
    LOST,
    /** Another thing came in its place. */
    INSTEAD;

    /** As messages and forms know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Shortage> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    Cause cause() {
        return Cause.valueOf(name());
    }
}
