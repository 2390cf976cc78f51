package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan is going to do.
 *
 * @param parts of each charge to come
 * @param charges the days in Tokyo of the next two; none where it is about to end
 */
public record PlanOutlook(Frequency frequency, GiftParts parts, List<LocalDate> charges) {

    private static final int SHOWN = 2;
    private static final int MONTHS = 12;

    public PlanOutlook {
        charges = List.copyOf(charges);
    }

    static PlanOutlook of(Frequency frequency, GiftParts parts, Stream<LocalDate> charges) {
        return new PlanOutlook(frequency, parts, charges.limit(SHOWN).toList());
    }

    /** Of the gift, without what is paid for the fee. */
    Money inAYear() {
        return parts.gift().times(frequency == Frequency.MONTHLY ? MONTHS : 1);
    }
}
