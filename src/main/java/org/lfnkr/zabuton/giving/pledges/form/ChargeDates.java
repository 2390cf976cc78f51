package org.lfnkr.zabuton.giving.pledges.form;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.plans.Rhythm;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The days in Tokyo on which money is taken for a gift that begins at a moment. A month without the
 * day is charged on its last.
 *
 * @param first the day of that moment
 * @param second null for what is given once
 * @param third null for what is given once
 */
record ChargeDates(LocalDate first, @Nullable LocalDate second, @Nullable LocalDate third) {

    private static final int SHORTEST_MONTH = 28;

    public static ChargeDates from(Instant begun, Frequency frequency) {
        Rhythm rhythm = frequency.rhythm();
        LocalDate first = BusinessDate.of(begun);
        return rhythm == null
                ? new ChargeDates(first, null, null)
                : new ChargeDates(first, day(begun, rhythm, 1), day(begun, rhythm, 2));
    }

    private static LocalDate day(Instant begun, Rhythm rhythm, int number) {
        return BusinessDate.of(rhythm.charge(begun, number));
    }

    /** The day of the month, in Tokyo; in a month that is too short the last one stands for it. */
    public int day() {
        return first.getDayOfMonth();
    }

    /** Whether some months are too short for it. */
    public boolean late() {
        return day() > SHORTEST_MONTH;
    }
}
