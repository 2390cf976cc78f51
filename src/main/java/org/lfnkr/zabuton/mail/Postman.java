package org.lfnkr.zabuton.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Clock;

/** Sends one letter and says how it ended. An attempt that fails never fails anything else. */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Letters letters;
    private final Envelope envelope;
    private final Scheduler mailScheduler;
    private final Clock clock;

    Postman(Letters letters, Envelope envelope, Scheduler mailScheduler, Clock clock) {
        this.letters = letters;
        this.envelope = envelope;
        this.mailScheduler = mailScheduler;
        this.clock = clock;
    }

    Mono<Outcome> deliver(WaitingLetter letter) {
        return Mono.defer(() -> letters.of(letter.request().kind()).compose(letter.request()))
                .flatMap(content -> send(letter, content))
                .defaultIfEmpty(Outcome.WITHDRAWN)
                .onErrorResume(failure -> Mono.just(failed(letter, failure)));
    }

    private Mono<Outcome> send(WaitingLetter letter, LetterContent content) {
        return Mono.fromRunnable(() -> envelope.send(letter, content))
                .subscribeOn(mailScheduler)
                .thenReturn(Outcome.SENT);
    }

    /** Logs the kind of failure only: its message may name the reader's address. */
    private Outcome failed(WaitingLetter letter, Throwable failure) {
        boolean givenUp = Patience.isOver(letter.queuedAt(), clock.instant());
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
