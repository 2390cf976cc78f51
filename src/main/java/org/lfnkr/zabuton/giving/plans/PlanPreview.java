package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a change would change, from and to. Pure: the same plan and change give the same. */
public record PlanPreview(PlanOutlook before, PlanOutlook after) {

    /** Who types a digit too many gives ten times as much. */
    private static final int STEEP = 3;

    /**
     * @param parts of the charges after it
     * @param today in Tokyo
     */
    public static PlanPreview of(
            GiftPlanView plan, PlanChange change, GiftParts parts, LocalDate today) {
        Frequency frequency =
                change instanceof PlanChange.Terms terms
                        ? terms.frequency()
                        : plan.pledge().frequency();
        return new PlanPreview(
                PlanOutlook.of(
                        plan.pledge().frequency(),
                        plan.pledge().parts(),
                        draft(plan),
                        charges(plan).stream()),
                PlanOutlook.of(frequency, parts, draft(plan), charges(plan, change, today)));
    }

    private static PlanOutlook.@Nullable Draft draft(GiftPlanView plan) {
        LocalDate next = plan.nextCharge();
        Money sum = plan.payments().drafted();
        return next == null || sum == null ? null : new PlanOutlook.Draft(next, sum);
    }

    /** As they are to come now. */
    private static List<LocalDate> charges(GiftPlanView plan) {
        LocalDate next = plan.nextCharge();
        return next == null ? List.of() : from(next, plan).toList();
    }

    private static Stream<LocalDate> from(LocalDate first, GiftPlanView plan) {
        return plan.coming().stream().filter(day -> !day.isBefore(first));
    }

    private static Stream<LocalDate> charges(
            GiftPlanView plan, PlanChange change, LocalDate today) {
        return switch (change) {
            case PlanChange.Terms terms -> rhythm(plan, terms.frequency());
            case PlanChange.Day(int day) ->
                    charges(plan).stream()
                            .limit(1)
                            .map(next -> ChargeDay.first(day, today, next))
                            .flatMap(first -> afterDraft(plan, first, plan.pledge().frequency()));
            case PlanChange.Pause(int charges) -> plan.coming().stream().skip(charges);
            case PlanChange.Resume resume -> plan.coming().stream();
            case PlanChange.UndoStop undo -> afterPause(plan);
        };
    }

    /** Another rhythm begins with the charge that is due next and doesn't lie as a draft. */
    private static Stream<LocalDate> rhythm(GiftPlanView plan, Frequency frequency) {
        if (frequency == plan.pledge().frequency()) {
            return charges(plan).stream();
        }
        LocalDate first = plan.changesFrom();
        return first == null ? Stream.empty() : afterDraft(plan, first, frequency);
    }

    /** What lies as a draft is charged as it is, whatever is changed meanwhile. */
    private static Stream<LocalDate> afterDraft(
            GiftPlanView plan, LocalDate first, Frequency frequency) {
        PlanOutlook.Draft draft = draft(plan);
        Stream<LocalDate> others = counted(first, frequency);
        return draft == null ? others : Stream.concat(Stream.of(draft.day()), others);
    }

    private static Stream<LocalDate> counted(LocalDate first, Frequency frequency) {
        return Stream.of(
                first, frequency == Frequency.MONTHLY ? first.plusMonths(1) : first.plusYears(1));
    }

    private static Stream<LocalDate> afterPause(GiftPlanView plan) {
        LocalDate until = plan.pausedUntil();
        return until == null ? plan.coming().stream() : from(until, plan);
    }

    /** Whether it is to be asked about once more, since so much more would be given. */
    public boolean isSteep() {
        return after.inAYear().compareTo(before.inAYear().times(STEEP)) > 0;
    }

    /** Whether there is a charge to come of which something would be different. */
    public boolean isChange() {
        return !before.equals(after) && !after.charges().isEmpty();
    }

    /** What a form sends back, to show that this and nothing else was on it. */
    public String seen() {
        return Integer.toHexString(toString().hashCode());
    }
}
