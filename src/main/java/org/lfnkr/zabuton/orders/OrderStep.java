package org.lfnkr.zabuton.orders;

import java.util.Locale;

/** Something that comes next for an order. */
public enum OrderStep {
    PAY,
    PAY_KONBINI,
    PACK,
    ARRIVE,
    /** For the bank, which decides about a dispute. */
    WAIT,
    REVIEW,
    REFUND;

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is under way, not only to be expected. */
    public boolean isNow() {
        return this != ARRIVE;
    }
}
