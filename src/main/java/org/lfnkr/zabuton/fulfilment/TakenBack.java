package org.lfnkr.zabuton.fulfilment;

import java.util.Locale;

/** What came of noting that a parcel lies with us again. */
public enum TakenBack {
    NOW,
    /** It lay with us before, or there is no such parcel of that order. */
    BEFORE,
    /** A refund or a return has said what became of its pieces: nothing has changed. */
    SAID;

    /** As messages know it. */
    String code() {
        return this == NOW ? "back" : name().toLowerCase(Locale.ROOT);
    }
}
