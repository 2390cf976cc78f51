package org.lfnkr.zabuton.payments;

import java.time.Instant;

/** How often a plan is charged. */
public enum Rhythm {
    MONTHLY,
    YEARLY;

    /**
     * When money is taken under a plan whose first charge is paid at this moment.
     *
     * @param number of the charge after the first, from 1
     */
    public Instant charge(Instant begun, int number) {
        return Cycle.taken(new Cycle(begun, this).at(number));
    }
}
