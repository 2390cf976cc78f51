package org.lfnkr.zabuton.receipts;

/** Why a receipt no longer holds. */
public enum VoidReason {
    /** Another one took its place. */
    REISSUED,
    /** A refund or a dispute took money of it, or money came back to it. */
    MONEY_WENT_BACK,
    /** Staff found that it says something wrong, or should not be there. */
    WITHDRAWN
}
