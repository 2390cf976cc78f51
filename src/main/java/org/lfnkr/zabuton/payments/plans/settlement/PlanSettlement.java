package org.lfnkr.zabuton.payments.plans.settlement;

import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanEnded;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Page;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Subscribed;
import org.lfnkr.zabuton.payments.plans.PlanStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what follows from what Stripe says about a plan. What is paid is counted by invoice and
 * only ever added; everything else is what Stripe says now, so an older answer must not get here.
 */
public final class PlanSettlement {

    private final RecordedPlan recorded;
    private final PlanFacts facts;
    private final List<PlanStep> steps = new ArrayList<>();
    private final Bills bills;

    private PlanSettlement(RecordedPlan recorded, PlanFacts facts, boolean live) {
        this.recorded = recorded;
        this.facts = facts;
        this.bills = new Bills(recorded, live);
    }

    /**
     * @param live whether real money is taken here
     */
    public static PlanDecision decide(RecordedPlan recorded, PlanFacts facts, boolean live) {
        return new PlanSettlement(recorded, facts, live).decide(live);
    }

    /** What a second subscription takes is held, and changes nothing of the plan. */
    public static PlanDecision decideOther(RecordedPlan recorded, PlanFacts facts, boolean live) {
        Bills bills = new Bills(recorded, live);
        facts.invoices().forEach(bills::addOther);
        return new PlanDecision(bills.steps(), bills.isComplete());
    }

    /** What follows when Stripe is known to have nothing of this plan. */
    public static PlanDecision decideAbsence(Plan plan, Instant now) {
        boolean nothingElseCanCome =
                plan.isPastItsPage(now) || (plan.cancelAsked() && plan.triedAt() == null);
        return plan.status() == PlanStatus.REQUESTED && plan.session() == null && nothingElseCanCome
                ? PlanDecision.of(neverPaid())
                : PlanDecision.of();
    }

    /** What becomes of a plan whose page is over without a payment. */
    public static PlanStep neverPaid() {
        return new PlanStep.End(PlanStatus.EXPIRED, PlanEnded.Reason.NEVER_PAID);
    }

    private Plan plan() {
        return recorded.plan();
    }

    private PlanDecision decide(boolean live) {
        HoldReason mismatch = plan().started() ? null : PlanMismatch.of(recorded, facts, live);
        if (mismatch != null && !plan().status().isOver()) {
            hold(mismatch);
        }
        Page page = facts.page();
        if (page != null && plan().session() == null) {
            steps.add(new PlanStep.Adopt(page.id()));
        }
        Subscribed subscription = facts.subscription();
        if (subscription != null) {
            follow(subscription);
        } else if (page != null && plan().status() != PlanStatus.HELD && mismatch == null) {
            steps.addAll(unfinished(page));
        }
        boolean awaited = page != null && page.state() == Facts.SessionState.COMPLETE;
        return new PlanDecision(steps, bills.isComplete() && (subscription != null || !awaited));
    }

    private void hold(HoldReason reason) {
        if (plan().status() != PlanStatus.HELD) {
            steps.add(new PlanStep.Hold(reason));
        }
    }

    private List<PlanStep> unfinished(Page page) {
        return switch (page.state()) {
            case OPEN ->
                    plan().status() == PlanStatus.REQUESTED
                            ? List.of(new PlanStep.Open())
                            : List.of();
            case EXPIRED -> plan().status().isOver() ? List.of() : List.of(neverPaid());
            case COMPLETE -> List.of();
        };
    }

    private void follow(Subscribed now) {
        if (plan().subscription() == null) {
            steps.add(new PlanStep.Subscribe(now.id(), now.customer(), now.item()));
        }
        learnPrice(now);
        boolean holding = plan().status() == PlanStatus.HELD || has(PlanStep.Hold.class);
        facts.invoices().forEach(holding ? this::holdBill : bills::add);
        steps.addAll(bills.steps());
        if (holding || plan().status().isOver()) {
            fulfilStops(now);
            endHeld(now);
            return;
        }
        bills.firstHold().ifPresent(this::holdUnlessStarted);
        if (!has(PlanStep.Hold.class)) {
            advance(now);
        }
    }

    /** Its charges are held for what the plan is held for, also where both are found at once. */
    private void holdBill(PlanFacts.Billed invoice) {
        HoldReason reason = plan().heldFor();
        bills.hold(invoice, reason == null ? found() : reason);
    }

    private HoldReason found() {
        return steps.stream()
                .filter(PlanStep.Hold.class::isInstance)
                .map(step -> ((PlanStep.Hold) step).reason())
                .findFirst()
                .orElse(HoldReason.MODE);
    }

    /** What staff have ended, here or at Stripe, is looked at no more. */
    private void endHeld(Subscribed now) {
        if (plan().status() == PlanStatus.HELD && now.state().isOver() && bills.isComplete()) {
            steps.add(neverPaid());
        }
    }

    private void holdUnlessStarted(HoldReason reason) {
        if (!isStarted()) {
            hold(reason);
        }
    }

    private void learnPrice(Subscribed now) {
        recorded.named(now.terms())
                .filter(terms -> terms.price() == null)
                .ifPresent(terms -> steps.add(new PlanStep.Price(terms.id(), now.price())));
    }

    private boolean isStarted() {
        return plan().started() || has(PlanStep.Start.class);
    }

    private void advance(Subscribed now) {
        if (!now.state().isOver()) {
            steps.addAll(
                    new RunningPlan(recorded, facts, now)
                            .follow(isStarted(), bills.changesOverdue()));
        } else if (bills.isComplete()) {
            end(now);
        }
    }

    private void fulfilStops(Subscribed now) {
        recorded.wishes().stream()
                .filter(wish -> now.state().isOver() && wish.kind().isStop())
                .forEach(wish -> steps.add(new PlanStep.Fulfil(wish.id())));
    }

    private void end(Subscribed now) {
        fulfilStops(now);
        recorded.wishes().stream()
                .filter(wish -> !wish.kind().isStop())
                .forEach(wish -> steps.add(lost(wish)));
        steps.add(isStarted() ? new PlanStep.End(PlanStatus.ENDED, reason(now)) : neverPaid());
    }

    private static PlanStep lost(Wish wish) {
        return wish.kind() == Wish.Kind.RETRY
                ? new PlanStep.Fulfil(wish.id())
                : new PlanStep.Refuse(wish);
    }

    private PlanEnded.Reason reason(Subscribed now) {
        if (now.unpaid() || recorded.isWaiting(Wish.Kind.GIVE_UP)) {
            return PlanEnded.Reason.UNPAID;
        }
        return now.endsAt() != null || recorded.stopAsked()
                ? PlanEnded.Reason.STOPPED
                : PlanEnded.Reason.ELSEWHERE;
    }

    private boolean has(Class<? extends PlanStep> kind) {
        return steps.stream().anyMatch(kind::isInstance);
    }
}
