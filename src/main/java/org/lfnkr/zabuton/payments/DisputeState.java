package org.lfnkr.zabuton.payments;

/** Where the latest dispute of a payment stands. */
public enum DisputeState {
    OPEN,
    WON,
    LOST
}
