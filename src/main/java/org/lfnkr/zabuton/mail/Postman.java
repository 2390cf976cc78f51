package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.Progress;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Clock;
import java.util.Optional;

/** Sends one letter and says how it ended. */
@Component
class Postman {

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
        return Mono.defer(() -> deliver(letter, letters.of(letter.request().kind())));
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
                                undelivered.name(letter.id(), content).then(Mono.error(failure)));
    }
}
