package org.lfnkr.zabuton.payments.plans.processing;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HeldMoneyMoved;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentHeld;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanChargeDropped;
import org.lfnkr.zabuton.payments.plans.PlanChargeFailed;
import org.lfnkr.zabuton.payments.plans.PlanChargeRecovered;
import org.lfnkr.zabuton.payments.plans.PlanEnded;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanHeld;
import org.lfnkr.zabuton.payments.plans.PlanStarted;
import org.lfnkr.zabuton.payments.plans.settlement.PlanStep;
import org.lfnkr.zabuton.payments.processing.HoldReturns;
import org.lfnkr.zabuton.payments.processing.HoldState;
import org.lfnkr.zabuton.payments.processing.HoldStore;
import org.lfnkr.zabuton.payments.processing.HoldViews;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Carries out one step: the rows change and the event is appended in one transaction. */
@Component
class PlanRecorder {

    private static final String ACTOR = "payments";

    private final PlanChanges changes;
    private final InvoicePayments payments;
    private final HoldStore holds;
    private final HoldViews views;
    private final HoldReturns returns;
    private final PlanSecrets secrets;
    private final Wishes wishes;
    private final WishAnswers answers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    PlanRecorder(
            PlanChanges changes,
            InvoicePayments payments,
            HoldStore holds,
            HoldViews views,
            HoldReturns returns,
            PlanSecrets secrets,
            Wishes wishes,
            WishAnswers answers,
            Outbox outbox,
            AuditTrail audit,
            MeterRegistry meters,
            Clock clock) {
        this.changes = changes;
        this.payments = payments;
        this.holds = holds;
        this.views = views;
        this.returns = returns;
        this.secrets = secrets;
        this.wishes = wishes;
        this.answers = answers;
        this.outbox = outbox;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    Mono<Void> carryOut(Plan plan, PlanStep step) {
        PlanId id = plan.id();
        return switch (step) {
            case PlanStep.Adopt adopt -> changes.adopt(id, adopt.session());
            case PlanStep.Subscribe subscribed -> changes.subscribe(id, subscribed);
            case PlanStep.Open open -> changes.open(id);
            case PlanStep.Hold hold -> hold(plan, hold.reason());
            case PlanStep.Price price -> changes.price(price.terms(), price.price());
            case PlanStep.Settle settle -> settle(plan, settle);
            case PlanStep.HoldPayment held -> holdPayment(plan, held);
            case PlanStep.Start start -> start(plan, start);
            case PlanStep.Fail fail -> fail(plan, fail);
            case PlanStep.Recover recovered -> recover(plan, recovered.invoice());
            case PlanStep.Drop dropped -> drop(plan, dropped.invoice());
            case PlanStep.Keep keep -> changes.keep(id, keep.state());
            case PlanStep.Seal seal -> secrets.seal(plan, seal.secret());
            case PlanStep.Charge charge -> wishes.charge(plan, charge.method());
            case PlanStep.Align align -> wishes.align(plan, align.nextCharge());
            case PlanStep.GiveUp none -> wishes.giveUp(plan);
            case PlanStep.TryAgain again -> wishes.retry(plan, again.invoice());
            case PlanStep.Tell tell ->
                    outbox.append(
                            new PlanChanged(
                                    id,
                                    plan.purpose(),
                                    tell.what(),
                                    clock.instant(),
                                    tell.moved()));
            case PlanStep.Fulfil fulfilled -> answers.fulfil(fulfilled.wish());
            case PlanStep.Refuse refused ->
                    answers.refuse(plan, refused.wish(), "plan_ended").then();
            case PlanStep.End end -> end(plan, end);
        };
    }

    private Mono<Void> hold(Plan plan, HoldReason reason) {
        count(reason);
        return changes.hold(plan.id(), reason)
                .then(holds.notePlan(plan.id(), reason))
                .then(audit.record(ACTOR, "plan.held", plan.id().toString(), reason.name()))
                .then(
                        outbox.append(
                                new PlanHeld(plan.id(), plan.purpose(), reason, clock.instant())));
    }

    private void count(HoldReason reason) {
        meters.counter("zabuton.payments.held", "reason", reason.name()).increment();
    }

    private Mono<Void> settle(Plan plan, PlanStep.Settle settle) {
        Facts.Movement movement = settle.movement();
        return payments.settle(plan, settle)
                .then(
                        outbox.append(
                                new PaymentSettled(
                                        InvoicePayments.idOf(settle.invoice()),
                                        settle.terms().purpose(),
                                        movement.amount(),
                                        movement.fee(),
                                        movement.id(),
                                        settle.charge().method(),
                                        movement.at())));
    }

    private Mono<Void> holdPayment(Plan plan, PlanStep.HoldPayment held) {
        PaymentId id = InvoicePayments.idOf(held.invoice());
        count(held.reason());
        return payments.hold(plan, held)
                .then(
                        holds.noteCharge(
                                id, held.reason(), held.actual(), held.currency(), held.charge()))
                .then(audit.record(ACTOR, "payment.held", id.toString(), held.reason().name()))
                .then(
                        outbox.append(
                                new PaymentHeld(
                                        id,
                                        held.terms().purpose(),
                                        held.reason(),
                                        held.terms().amount(),
                                        held.actual(),
                                        held.currency())))
                .then(Mono.justOrEmpty(held.charge()))
                .mapNotNull(Facts.Charge::movement)
                .flatMap(line -> outbox.append(HeldMoneyMoved.by(line, id, held.terms().purpose())))
                .then(Mono.defer(() -> returnByItself(plan, id, held.reason())));
    }

    /**
     * What a plan that was not accepted is still charged goes back, and what is charged for a plan
     * beside it.
     */
    private Mono<Void> returnByItself(Plan plan, PaymentId charge, HoldReason reason) {
        return views.find(HoldId.of(plan.id()))
                .map(above -> above.state() == HoldState.RETURNED)
                .defaultIfEmpty(plan.started() && reason == HoldReason.SECOND_SESSION)
                .filter(decided -> decided)
                .flatMap(decided -> views.find(HoldId.of(charge)))
                .flatMap(hold -> returns.decide(hold, ACTOR, reason.name()))
                .then();
    }

    private Mono<Void> start(Plan plan, PlanStep.Start start) {
        return changes.start(plan.id(), start.at())
                .then(outbox.append(new PlanStarted(plan.id(), plan.purpose(), start.at())));
    }

    private Mono<Void> fail(Plan plan, PlanStep.Fail fail) {
        PlanFacts.Billed invoice = fail.invoice();
        Mono<Void> told =
                outbox.append(
                        new PlanChargeFailed(
                                plan.id(),
                                plan.purpose(),
                                invoice.id(),
                                invoice.amount(),
                                invoice.attempts(),
                                invoice.needsAction(),
                                invoice.nextAttemptAt(),
                                clock.instant()));
        return changes.fail(plan.id(), invoice).then(fail.isNews() ? told : Mono.empty());
    }

    private Mono<Void> recover(Plan plan, String invoice) {
        return changes.close(invoice)
                .then(
                        outbox.append(
                                new PlanChargeRecovered(
                                        plan.id(), plan.purpose(), invoice, clock.instant())));
    }

    private Mono<Void> drop(Plan plan, String invoice) {
        return changes.close(invoice)
                .then(
                        outbox.append(
                                new PlanChargeDropped(
                                        plan.id(), plan.purpose(), invoice, clock.instant())));
    }

    private Mono<Void> end(Plan plan, PlanStep.End end) {
        return changes.end(plan.id(), end, clock.instant())
                .then(
                        outbox.append(
                                new PlanEnded(
                                        plan.id(), plan.purpose(), end.reason(), clock.instant())));
    }
}
