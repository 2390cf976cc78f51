package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Clock;
import java.util.Optional;

/** Sends one letter and says how it ended. An attempt that fails never fails anything else. */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Letters letters;
    private final Outbox outbox;
    private final Envelope envelope;
    private final UndeliveredStore undelivered;
    private final Scheduler mailScheduler;
    private final Clock clock;

    Postman(
            Letters letters,
            Outbox outbox,
            Envelope envelope,
            UndeliveredStore undelivered,
            Scheduler mailScheduler,
            Clock clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.envelope = envelope;
        this.undelivered = undelivered;
        this.mailScheduler = mailScheduler;
        this.clock = clock;
    }

    Mono<Outcome> deliver(WaitingLetter letter) {
        return Mono.defer(() -> deliver(letter, letters.of(letter.request().kind())))
                .onErrorResume(failure -> Mono.just(failed(letter, failure)));
    }

    private Mono<Outcome> deliver(WaitingLetter letter, Letter writer) {
        return writer.quotes(letter.request())
                .collectList()
                .flatMap(streams -> deliver(letter, writer, outbox.progress(streams)));
    }

    /**
     * What was told while it was composed may have reached some of the handlers and not yet others,
     * so it goes only if nothing was.
     */
    private Mono<Outcome> deliver(WaitingLetter letter, Letter writer, Mono<Progress> progress) {
        return progress.filter(before -> before.complete() || goesWithout(letter))
                .flatMap(before -> compose(letter, writer, before, progress))
                .defaultIfEmpty(Outcome.EARLY);
    }

    private Mono<Outcome> compose(
            WaitingLetter letter, Letter writer, Progress before, Mono<Progress> progress) {
        return writer.compose(letter.request())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .filterWhen(
                        content -> progress.map(now -> now.equals(before) || goesWithout(letter)))
                .flatMap(content -> end(letter, content));
    }

    private Mono<Outcome> end(WaitingLetter letter, Optional<LetterContent> content) {
        return content.map(it -> send(letter, it)).orElse(Mono.just(Outcome.WITHDRAWN));
    }

    private boolean goesWithout(WaitingLetter letter) {
        return Patience.goesWithout(letter.queuedAt(), clock.instant());
    }

    private Mono<Outcome> send(WaitingLetter letter, LetterContent content) {
        return Mono.fromRunnable(() -> envelope.send(letter, content))
                .subscribeOn(mailScheduler)
                .thenReturn(Outcome.SENT)
                .onErrorResume(
                        failure ->
                                undelivered
                                        .name(letter.id(), content)
                                        .thenReturn(failed(letter, failure)));
    }

    /** Logs the kind of failure only: its message may name the reader's address. */
    private Outcome failed(WaitingLetter letter, Throwable failure) {
        boolean givenUp =
                Refusal.isForGood(failure) || Patience.isOver(letter.queuedAt(), clock.instant());
        log.warn(
                "Mail {} {} failed at attempt {}{}: {}",
                letter.request().kind(),
                letter.id(),
                letter.attempts(),
                givenUp ? " and is given up" : "",
                failure.getClass().getName());
        return givenUp ? Outcome.UNDELIVERABLE : Outcome.WAITING;
    }
}
