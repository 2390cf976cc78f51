package org.lfnkr.zabuton.payments;

import org.springframework.modulith.NamedInterface;

/** Why a payment is held. */
@NamedInterface("inside")
public enum HoldReason {
    AMOUNT,
    CURRENCY,
    /** A test payment where live ones are taken, or the other way round. */
    MODE,
    /** The payer paid on another page than the one on record. */
    SECOND_SESSION
}
