package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a giver may choose for a plan.
 *
 * @param days of a month on which it can be charged
 * @param lastDay the first charge on the last day of a month; null where that can't be chosen
 */
record PlanChoices(
        List<Frequency> frequencies,
        List<Integer> days,
        @Nullable LocalDate lastDay,
        List<PauseChoice> pauses) {

    PlanChoices {
        frequencies = List.copyOf(frequencies);
        days = List.copyOf(days);
        pauses = List.copyOf(pauses);
    }

    static PlanChoices of(GiftPlanView plan, LocalDate today) {
        return new PlanChoices(
                List.of(Frequency.MONTHLY, Frequency.YEARLY),
                ChargeDay.offered(),
                lastDay(plan, today),
                pauses(plan));
    }

    private static @Nullable LocalDate lastDay(GiftPlanView plan, LocalDate today) {
        LocalDate next = plan.nextCharge();
        return next == null || plan.pledge().frequency() != Frequency.MONTHLY
                ? null
                : ChargeDay.first(ChargeDay.LAST_OF_MONTH, today, next);
    }

    /** Counted from the charge that comes next by the calendar, also while it is paused. */
    private static List<PauseChoice> pauses(GiftPlanView plan) {
        List<LocalDate> coming = plan.coming();
        if (coming.isEmpty() || plan.pledge().frequency() != Frequency.MONTHLY) {
            return List.of();
        }
        return IntStream.rangeClosed(1, GiftPlans.LONGEST_PAUSE)
                .mapToObj(months -> new PauseChoice(months, coming.get(months)))
                .toList();
    }

    /** A number of months to leave out, and the day on which the plan then goes on. */
    record PauseChoice(int charges, LocalDate resumes) {}
}
