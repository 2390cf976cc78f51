package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.plans.PlanFacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what follows from the invoices of a plan. Those of ¥0 mean nothing. */
final class Bills {

    private static final String YEN = "jpy";

    private final RecordedPlan recorded;
    private final boolean live;
    private final List<PlanStep> steps = new ArrayList<>();
    private boolean started;
    private boolean complete = true;

    Bills(RecordedPlan recorded, boolean live) {
        this.recorded = recorded;
        this.live = live;
        this.started = recorded.plan().started();
    }

    List<PlanStep> steps() {
        return steps;
    }

    boolean isComplete() {
        return complete;
    }

    /** Why the first of the new payments is held. */
    Optional<HoldReason> firstHold() {
        return steps.stream()
                .filter(PlanStep.HoldPayment.class::isInstance)
                .map(step -> ((PlanStep.HoldPayment) step).reason())
                .findFirst();
    }

    boolean changesOverdue() {
        return steps.stream()
                .anyMatch(
                        step ->
                                step instanceof PlanStep.Fail
                                        || step instanceof PlanStep.Recover
                                        || step instanceof PlanStep.Drop);
    }

    void add(PlanFacts.Billed invoice) {
        switch (invoice.state()) {
            case PAID -> paid(invoice);
            case OPEN -> open(invoice);
            case DROPPED -> close(invoice, new PlanStep.Drop(invoice.id()));
            case DRAFT -> {}
        }
    }

    /**
     * Of a plan that is held nothing is settled by itself.
     *
     * @param reason why the plan is held
     */
    void hold(PlanFacts.Billed invoice, HoldReason reason) {
        holdIfPaid(invoice, reason);
    }

    void addOther(PlanFacts.Billed invoice) {
        holdIfPaid(invoice, HoldReason.SECOND_SESSION);
    }

    private void holdIfPaid(PlanFacts.Billed invoice, HoldReason reason) {
        if (!isNews(invoice)) {
            return;
        }
        Facts.Intent intent = invoice.intent();
        if (intent != null && !isInBalance(intent)) {
            complete = false;
            return;
        }
        HoldReason because = invoice.live() == live ? reason : HoldReason.MODE;
        steps.add(hold(recorded.of(invoice), invoice, because));
    }

    /** Whether Stripe has entered the charge in its balance already. */
    private static boolean isInBalance(Facts.Intent intent) {
        return intent.charge() != null && intent.charge().movement() != null;
    }

    private boolean isNews(PlanFacts.Billed invoice) {
        return invoice.state() == PlanFacts.Bill.PAID
                && invoice.amount() != 0
                && !recorded.invoices().contains(invoice.id());
    }

    private void paid(PlanFacts.Billed invoice) {
        Facts.Intent intent = invoice.intent();
        if (isNews(invoice) && intent != null && !record(invoice, intent)) {
            complete = false;
        } else {
            close(invoice, new PlanStep.Recover(invoice.id()));
        }
    }

    /** Whether Stripe has entered the charge in its balance already. */
    private boolean record(PlanFacts.Billed invoice, Facts.Intent intent) {
        Facts.Charge charge = intent.charge();
        Facts.Movement movement = charge == null ? null : charge.movement();
        if (charge == null || movement == null) {
            return false;
        }
        Terms terms = recorded.of(invoice);
        PlanStep.HoldPayment hold = mismatch(terms, invoice, intent, movement);
        if (hold == null) {
            steps.add(new PlanStep.Settle(terms, invoice, intent.id(), charge, movement));
            start(movement.at());
        } else {
            steps.add(hold);
        }
        return true;
    }

    private void start(Instant at) {
        if (!started && !recorded.plan().status().isOver()) {
            steps.add(new PlanStep.Start(at));
            started = true;
        }
    }

    private record Sum(long amount, String currency) {}

    /** Every place where Stripe tells the sum must tell the same one. */
    private PlanStep.@Nullable HoldPayment mismatch(
            Terms terms, PlanFacts.Billed invoice, Facts.Intent intent, Facts.Movement movement) {
        if (invoice.live() != live) {
            return hold(terms, invoice, HoldReason.MODE);
        }
        return Stream.of(
                        new Sum(invoice.amount(), invoice.currency()),
                        new Sum(intent.received(), intent.currency()),
                        new Sum(movement.amount(), movement.currency()))
                .map(sum -> mismatch(terms, invoice, sum))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static PlanStep.@Nullable HoldPayment mismatch(
            Terms terms, PlanFacts.Billed invoice, Sum sum) {
        if (!sum.currency().equals(YEN)) {
            return new PlanStep.HoldPayment(
                    terms, invoice, HoldReason.CURRENCY, sum.amount(), sum.currency());
        }
        return sum.amount() == terms.amount()
                ? null
                : new PlanStep.HoldPayment(
                        terms, invoice, HoldReason.AMOUNT, sum.amount(), sum.currency());
    }

    private static PlanStep.HoldPayment hold(
            Terms terms, PlanFacts.Billed invoice, HoldReason reason) {
        return new PlanStep.HoldPayment(
                terms, invoice, reason, invoice.amount(), invoice.currency());
    }

    /** The first charge is made on Stripe's page, where the payer sees what is wrong with it. */
    private void open(PlanFacts.Billed invoice) {
        if (!started || recorded.plan().status().isOver() || !invoice.isOverdue()) {
            return;
        }
        RecordedPlan.Overdue known = recorded.overdue().get(invoice.id());
        if (!RecordedPlan.Overdue.of(invoice).equals(known)) {
            boolean isNews = known == null || known.attempts() < invoice.attempts();
            steps.add(new PlanStep.Fail(invoice, isNews));
        }
    }

    private void close(PlanFacts.Billed invoice, PlanStep step) {
        if (recorded.overdue().containsKey(invoice.id())) {
            steps.add(step);
        }
    }
}
