package org.lfnkr.zabuton.payments;

/** Why a payment is held. */
public enum HoldReason {
    AMOUNT,
    CURRENCY,
    /** A test payment where live ones are taken, or the other way round. */
    MODE,
    /** The payer paid on another page than the one on record. */
    SECOND_SESSION
}
