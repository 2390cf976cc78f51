package org.lfnkr.zabuton.orders;

import java.util.Locale;

/** Something that comes next for an order. */
public enum OrderStep {
    PAY,
    PAY_KONBINI,
    PACK,
    /** What has not left us with the first parcels. */
    PACK_REST,
    /** What goes to the buyer in the place of what came back. */
    PACK_REPLACEMENT,
    /** It has left us; that it arrived nobody tells us. */
    ON_THE_WAY,
    ARRIVE,
    /** For the bank, which decides about a dispute. */
    WAIT,
    /** The same where something has left us already. */
    HOLD_REST,
    REVIEW,
    /** For us, who answer whether something may come back. */
    RETURN_ANSWER,
    /** For the buyer, who sends it. */
    RETURN_SEND,
    /** For us, who look at what came. */
    RETURN_CHECK,
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
