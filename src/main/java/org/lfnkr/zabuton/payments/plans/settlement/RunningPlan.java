package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.Cycle;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Subscribed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what follows from what Stripe says of a plan that runs: what is kept, told and asked. */
final class RunningPlan {

    private final RecordedPlan recorded;
    private final PlanFacts facts;
    private final Subscribed now;
    private final List<PlanStep> steps = new ArrayList<>();

    RunningPlan(RecordedPlan recorded, PlanFacts facts, Subscribed now) {
        this.recorded = recorded;
        this.facts = facts;
        this.now = now;
    }

    /**
     * @param started whether its first charge has been paid, now or before
     * @param overdueChanged whether something became overdue, or is so no more
     */
    List<PlanStep> follow(boolean started, boolean overdueChanged) {
        PlanState before = PlanState.recorded(recorded.plan());
        PlanState after = PlanState.now(recorded, facts, now, started);
        if (!after.equals(before)) {
            steps.add(new PlanStep.Keep(after));
        }
        if (before != null && recorded.plan().started()) {
            tell(before, after);
        }
        if (before == null || before.isOtherCard(after) || overdueChanged) {
            steps.add(new PlanStep.Seal(secret()));
        }
        fulfil();
        align(after);
        after.left(before, now.leftLater()).ifPresent(left -> steps.add(new PlanStep.Charge(left)));
        if (now.state() == PlanFacts.State.UNPAID && !recorded.isWaiting(Wish.Kind.GIVE_UP)) {
            steps.add(new PlanStep.GiveUp());
        }
        return List.copyOf(steps);
    }

    private void tell(PlanState before, PlanState after) {
        List<PlanChanged.What> changes = before.changesTo(after);
        changes.forEach(
                change ->
                        steps.add(
                                new PlanStep.Tell(
                                        change,
                                        change == PlanChanged.What.DAY
                                                ? moved(before, after)
                                                : null)));
        if (changes.contains(PlanChanged.What.CARD)) {
            tryAgain();
        }
    }

    /** What lies as a draft is not moved: the charge after it is. */
    private @Nullable Instant moved(PlanState before, PlanState after) {
        return after.drafted() == null
                ? null
                : Cycle.taken(before.calendar().charge(1, recorded.current().rhythm()));
    }

    /** Only once the plan is charged to the new card, or the old one would be tried. */
    private void tryAgain() {
        facts.invoices().stream()
                .filter(PlanFacts.Billed::isOverdue)
                .forEach(invoice -> steps.add(new PlanStep.TryAgain(invoice.id())));
    }

    private PlanSecret secret() {
        Map<String, String> pages = new HashMap<>();
        facts.invoices().stream()
                .filter(PlanFacts.Billed::isOverdue)
                .filter(invoice -> invoice.page() != null)
                .forEach(invoice -> pages.put(invoice.id(), String.valueOf(invoice.page())));
        return PlanSecret.of(now.method() == null ? null : now.method().card(), pages);
    }

    /** Not while anything is being charged, or is not to be charged at all. */
    private void align(PlanState after) {
        boolean charging = facts.invoices().stream().anyMatch(PlanFacts.Billed::isComing);
        if (after.isRegular() && !charging && recorded.wishes().stream().allMatch(this::isDone)) {
            after.calendar()
                    .correction(recorded.named(after.terms()).orElseThrow().rhythm())
                    .ifPresent(promised -> steps.add(new PlanStep.Align(promised)));
        }
    }

    private boolean isDone(Wish wish) {
        return facts.subscription() != null && wish.id().equals(facts.subscription().wish());
    }

    private void fulfil() {
        recorded.wishes().stream()
                .filter(wish -> wish.id().equals(now.wish()))
                .forEach(wish -> steps.add(new PlanStep.Fulfil(wish.id())));
    }
}
