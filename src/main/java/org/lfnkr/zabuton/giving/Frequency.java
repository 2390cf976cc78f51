package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.Rhythm;

import java.util.Locale;

/** How often something is given. */
public enum Frequency {
    ONCE,
    MONTHLY,
    YEARLY;

    public boolean isRegular() {
        return this != ONCE;
    }

    /** How often payments charge it; null for what is given once. */
    @Nullable
    public Rhythm rhythm() {
        return switch (this) {
            case ONCE -> null;
            case MONTHLY -> Rhythm.MONTHLY;
            case YEARLY -> Rhythm.YEARLY;
        };
    }

    /** As forms and messages know it: {@code once}, {@code monthly}, {@code yearly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
