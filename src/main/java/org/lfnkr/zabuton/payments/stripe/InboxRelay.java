package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.plans.processing.PlanInquiry;
import org.lfnkr.zabuton.payments.plans.processing.PlanProgress;
import org.lfnkr.zabuton.payments.processing.Inquiry;
import org.lfnkr.zabuton.payments.processing.PaymentStore;
import org.lfnkr.zabuton.payments.processing.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Optional;

/**
 * Takes what the webhook has noted, asks Stripe what is true now, and records it; the note is done
 * in the same transaction. What a notice said when it was sent does not matter.
 */
@Component
class InboxRelay implements Job {

    static final String KIND = "payments.inbox";

    private final InboxStore inbox;
    private final Trails trails;
    private final PaymentStore payments;
    private final Inquiry inquiry;
    private final Progress progress;
    private final PlanInquiry planInquiry;
    private final PlanProgress planProgress;
    private final TransactionalOperator transaction;

    InboxRelay(
            InboxStore inbox,
            Trails trails,
            PaymentStore payments,
            Inquiry inquiry,
            Progress progress,
            PlanInquiry planInquiry,
            PlanProgress planProgress,
            TransactionalOperator transaction) {
        this.inbox = inbox;
        this.trails = trails;
        this.payments = payments;
        this.inquiry = inquiry;
        this.progress = progress;
        this.planInquiry = planInquiry;
        this.planProgress = planProgress;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Duration poll() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return inbox.waiting(item.key())
                .flatMap(this::follow)
                .map(InboxRelay::result)
                .defaultIfEmpty(WorkResult.DONE);
    }

    private static WorkResult result(Outcome outcome) {
        return outcome.isSettledForNow() ? WorkResult.DONE : new WorkResult.Failed(outcome.name());
    }

    Mono<Outcome> follow(Notice notice) {
        return trails.of(notice).flatMap(answer -> follow(notice, answer));
    }

    private Mono<Outcome> follow(Notice notice, Answer<Optional<Trail>> answer) {
        return switch (answer) {
            case Answer.Known<Optional<Trail>>(Optional<Trail> trail) ->
                    trail.map(found -> follow(notice, found)).orElseGet(() -> foreign(notice));
            case Answer.Refused<Optional<Trail>> gone when gone.isAbsence() -> foreign(notice);
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    private Mono<Outcome> follow(Notice notice, Trail trail) {
        return switch (trail) {
            case Trail.OfSession page -> askAboutSession(notice, page.session());
            case Trail.OfPayment payment -> askLater(notice, payment);
            case Trail.OfPlan plan -> askAboutPlan(notice, plan);
            case Trail.OfComing coming -> askAboutComing(notice, coming);
        };
    }

    private Mono<Outcome> askAboutSession(Notice notice, String session) {
        return inquiry.askAbout(session, facts -> finishing(notice, progress.apply(facts)))
                .flatMap(
                        outcome ->
                                outcome == Outcome.FOREIGN
                                        ? trails.ofForeign(session)
                                                .flatMap(answer -> follow(notice, answer))
                                        : Mono.just(outcome));
    }

    private Mono<Outcome> askLater(Notice notice, Trail.OfPayment trail) {
        return inquiry.askLater(
                trail.intent(),
                later -> finishing(notice, progress.applyLater(trail.payment(), later)));
    }

    private Mono<Outcome> askAboutPlan(Notice notice, Trail.OfPlan plan) {
        return planInquiry
                .ask(
                        plan.plan(),
                        plan.subscription(),
                        answer -> finishing(notice, planProgress.apply(answer)))
                .flatMap(
                        outcome ->
                                outcome == Outcome.FOREIGN ? foreign(notice) : Mono.just(outcome));
    }

    /** First the payment, then what became of it. */
    private Mono<Outcome> askAboutComing(Notice notice, Trail.OfComing coming) {
        return planInquiry
                .ask(coming.plan().plan(), coming.plan().subscription())
                .flatMap(
                        outcome ->
                                outcome == Outcome.FOREIGN
                                        ? foreign(notice)
                                        : askAboutMade(notice, coming.intent()));
    }

    private Mono<Outcome> askAboutMade(Notice notice, String intent) {
        return payments.findByIntent(intent)
                .map(payment -> new Trail.OfPayment(payment.id(), intent))
                .flatMap(trail -> askLater(notice, trail))
                .defaultIfEmpty(Outcome.INCOMPLETE);
    }

    private Mono<Outcome> finishing(Notice notice, Mono<Outcome> recording) {
        return recording.flatMap(outcome -> finish(notice, outcome)).as(transaction::transactional);
    }

    private Mono<Outcome> foreign(Notice notice) {
        return finish(notice, Outcome.FOREIGN);
    }

    private Mono<Outcome> finish(Notice notice, Outcome outcome) {
        return outcome.isSettledForNow()
                ? inbox.finish(notice, outcome).thenReturn(outcome)
                : Mono.just(outcome);
    }
}
