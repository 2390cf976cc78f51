package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan is going to do.
 *
 * @param parts of each charge to come
 * @param drafted what the first charge takes, where it lies as a draft with another sum; otherwise
 *     null
 * @param charges the days in Tokyo of the next two; none where it is about to end
 */
public record PlanOutlook(
        Frequency frequency, GiftParts parts, @Nullable Money drafted, List<LocalDate> charges) {

    private static final int SHOWN = 2;
    private static final int MONTHS = 12;

    public PlanOutlook {
        charges = List.copyOf(charges);
    }

    /**
     * @param draft the charge that lies as a draft; null while none does
     */
    static PlanOutlook of(
            Frequency frequency,
            GiftParts parts,
            @Nullable Draft draft,
            Stream<LocalDate> charges) {
        List<LocalDate> shown = charges.limit(SHOWN).toList();
        return new PlanOutlook(
                frequency, parts, draft == null ? null : draft.among(shown, parts), shown);
    }

    /** A charge whose sum nothing changes any more. */
    record Draft(LocalDate day, Money sum) {

        private @Nullable Money among(List<LocalDate> charges, GiftParts parts) {
            boolean first = !charges.isEmpty() && charges.getFirst().equals(day);
            return first && !sum.equals(parts.total()) ? sum : null;
        }
    }

    /**
     * What a charge takes.
     *
     * @param number of {@link #charges}, from 0
     */
    public Money sum(int number) {
        return number == 0 && drafted != null ? drafted : parts.total();
    }

    /** Of the gift, without what is paid for the fee. */
    Money inAYear() {
        return parts.gift().times(frequency == Frequency.MONTHLY ? MONTHS : 1);
    }
}
