package org.lfnkr.zabuton.giving;

import java.util.Locale;

/** How often something is given. */
public enum Frequency {
    ONCE,
    MONTHLY,
    YEARLY;

    public boolean isRegular() {
        return this != ONCE;
    }

    /** As forms and messages know it: {@code once}, {@code monthly}, {@code yearly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
