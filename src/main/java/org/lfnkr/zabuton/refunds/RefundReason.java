package org.lfnkr.zabuton.refunds;

import java.util.Locale;

/** Why money goes back, as staff choose it. */
enum RefundReason {
    ARRIVED_DAMAGED,
    FAULTY,
    WRONG_PIECE,
    CHANGED_MIND,
    CANT_SEND,
    LOST,
    LATE,
    BOUGHT_TWICE,
    GIFT_BY_MISTAKE,
    OTHER;

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
