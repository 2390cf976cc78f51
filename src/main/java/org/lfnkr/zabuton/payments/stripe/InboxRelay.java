package org.lfnkr.zabuton.payments.stripe;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.outbox.Failure;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Inquiry;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PaymentStore;
import org.lfnkr.zabuton.payments.Progress;
import org.lfnkr.zabuton.payments.plans.PlanInquiry;
import org.lfnkr.zabuton.payments.plans.PlanProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes what the webhook has noted, asks Stripe what is true now, and records it; the note is done
 * in the same transaction. What a notice said when it was sent does not matter.
 */
@Component
class InboxRelay {

    private static final Logger log = LoggerFactory.getLogger(InboxRelay.class);
    private static final int AT_ONCE = 4;

    private final InboxStore inbox;
    private final Trails trails;
    private final PaymentStore payments;
    private final Inquiry inquiry;
    private final Progress progress;
    private final PlanInquiry planInquiry;
    private final PlanProgress planProgress;
    private final TransactionalOperator transaction;
    private final AtomicLong depth;

    InboxRelay(
            InboxStore inbox,
            Trails trails,
            PaymentStore payments,
            Inquiry inquiry,
            Progress progress,
            PlanInquiry planInquiry,
            PlanProgress planProgress,
            TransactionalOperator transaction,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.trails = trails;
        this.payments = payments;
        this.inquiry = inquiry;
        this.progress = progress;
        this.planInquiry = planInquiry;
        this.planProgress = planProgress;
        this.transaction = transaction;
        this.depth =
                Optional.ofNullable(meters.gauge("zabuton.payments.inbox.depth", new AtomicLong()))
                        .orElseGet(AtomicLong::new);
    }

    /** Works off all that is due now; says how many notices it took up. */
    Mono<Long> drain() {
        return batch().repeat()
                .takeUntil(taken -> taken == 0)
                .reduce(0L, Long::sum)
                .flatMap(taken -> inbox.depth().doOnNext(depth::set).thenReturn(taken));
    }

    private Mono<Long> batch() {
        return inbox.claim()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::follow, AT_ONCE)
                .count();
    }

    Mono<Outcome> follow(Notice notice) {
        return trails.of(notice)
                .flatMap(answer -> follow(notice, answer))
                .onErrorResume(failure -> report(notice, failure));
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

    private static Mono<Outcome> report(Notice notice, Throwable failure) {
        log.warn("Event {} is tried again later: {}", notice.eventId(), Failure.of(failure));
        return Mono.just(Outcome.UNREACHABLE);
    }
}
