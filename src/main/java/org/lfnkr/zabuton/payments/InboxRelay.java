package org.lfnkr.zabuton.payments;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.outbox.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Takes what the webhook has noted, asks Stripe what is true now, and records it; the note is done
 * in the same transaction. What a notice said when it was sent does not matter.
 */
@Component
class InboxRelay {

    private static final Logger log = LoggerFactory.getLogger(InboxRelay.class);
    private static final int AT_ONCE = 4;

    private final InboxStore inbox;
    private final StripeCalls stripe;
    private final Inquiry inquiry;
    private final Progress progress;
    private final TransactionalOperator transaction;
    private final AtomicLong depth;

    InboxRelay(
            InboxStore inbox,
            StripeCalls stripe,
            Inquiry inquiry,
            Progress progress,
            TransactionalOperator transaction,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.stripe = stripe;
        this.inquiry = inquiry;
        this.progress = progress;
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
        return session(notice)
                .flatMap(session -> follow(notice, session))
                .onErrorResume(failure -> report(notice, failure));
    }

    private Mono<Answer<Optional<String>>> session(Notice notice) {
        if (notice.isAboutSession()) {
            return Mono.just(new Answer.Known<>(Optional.of(notice.objectId())));
        }
        return notice.isAboutRefund()
                ? stripe.sessionOfRefund(notice.objectId())
                : stripe.sessionOfDispute(notice.objectId());
    }

    private Mono<Outcome> follow(Notice notice, Answer<Optional<String>> answer) {
        return switch (answer) {
            case Answer.Known<Optional<String>>(Optional<String> session) ->
                    session.map(id -> ask(notice, id)).orElseGet(() -> foreign(notice));
            case Answer.Refused<Optional<String>> gone when gone.isAbsence() -> foreign(notice);
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    private Mono<Outcome> ask(Notice notice, String session) {
        return inquiry.askAbout(session, recordAndFinish(notice))
                .flatMap(
                        outcome ->
                                outcome == Outcome.FOREIGN ? foreign(notice) : Mono.just(outcome));
    }

    private Function<Facts, Mono<Outcome>> recordAndFinish(Notice notice) {
        return facts ->
                progress.apply(facts)
                        .flatMap(outcome -> finish(notice, outcome))
                        .as(transaction::transactional);
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
