package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.kernel.BusinessDate;

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
        Cycle cycle = Cycle.inTokyo(BusinessDate.of(begun), begun, this);
        return Cycle.taken(cycle.at(number));
    }
}
