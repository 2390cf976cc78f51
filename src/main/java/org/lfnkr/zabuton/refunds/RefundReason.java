package org.lfnkr.zabuton.refunds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    static Optional<RefundReason> of(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
    }
}
