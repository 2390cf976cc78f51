package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.WorkingDays;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What should have left us by now. An order with a day of its own has it from what is made to order
 * or wished; every other one leaves us on the second working day after its payment.
 *
 * @param before what has a day of its own before that
 * @param paidBefore what has none and was paid before that
 */
record Due(LocalDate before, Instant paidBefore) {

    /** Everything, whenever it is to leave us. */
    static final Due EVER =
            new Due(LocalDate.of(9999, 1, 1), Instant.parse("9999-01-01T00:00:00Z"));

    /** What is late now. */
    static Due late(Instant now) {
        return new Due(BusinessDate.of(now), WorkingDays.lateBefore(now));
    }

    /** Whether this one is late now. */
    static boolean isLate(@Nullable LocalDate due, Instant paidAt, Instant now) {
        return due == null ? WorkingDays.isLate(paidAt, now) : due.isBefore(BusinessDate.of(now));
    }
}
