package org.lfnkr.zabuton.payments;

import org.springframework.modulith.NamedInterface;

/** Where the latest dispute of a payment stands. */
@NamedInterface("inside")
public enum DisputeState {
    OPEN,
    WON,
    LOST
}
