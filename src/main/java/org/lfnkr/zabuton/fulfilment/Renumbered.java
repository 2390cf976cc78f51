package org.lfnkr.zabuton.fulfilment;

/** What becomes of the wish to give a parcel another tracking number. */
enum Renumbered {
    NOW,
    /** It has that number already, or is no parcel of this order. */
    BEFORE,
    /** Somebody else gave it another than the one that was to be corrected. */
    MEANWHILE
}
