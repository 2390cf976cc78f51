package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.outbox.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Sends mails, sooner or later. */
@Component
public class Mail {

    static final String TOPIC = "mail";

    private final LetterStore store;
    private final Letters letters;
    private final Postman postman;
    private final Notifications notifications;
    private final Clock clock;

    Mail(
            LetterStore store,
            Letters letters,
            Postman postman,
            Notifications notifications,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.postman = postman;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Queues a mail in the caller's transaction; queueing it again changes nothing.
     *
     * @return an {@link IllegalArgumentException} where there is no {@link Letter} of this kind
     */
    @Transactional
    public Mono<Void> queue(MailRequest request) {
        return Mono.fromCallable(() -> letters.of(request.kind()))
                .then(store.add(request, clock.instant()))
                .filter(added -> added > 0)
                .flatMap(added -> notifications.publish(TOPIC));
    }

    /**
     * The mails about some matters, oldest first.
     *
     * @param matters the ids with which references begin
     */
    public Flux<SentLetter> about(Collection<UUID> matters) {
        return store.about(matters);
    }

    /**
     * Sends what is due now, one after the other; never to be called in a transaction. What is put
     * back meanwhile waits for the next call, so that letters that wait for facts keep none going.
     *
     * @return how many were sent
     */
    public Mono<Integer> sendDue() {
        return Mono.fromSupplier(clock::instant).flatMap(this::sendDueBy);
    }

    private Mono<Integer> sendDueBy(Instant start) {
        return sendNext(start)
                .expand(outcome -> sendNext(start))
                .filter(Outcome.SENT::equals)
                .count()
                .map(Math::toIntExact);
    }

    private Mono<Outcome> sendNext(Instant start) {
        return Mono.defer(() -> store.takeUp(start, clock.instant()))
                .flatMap(letter -> postman.deliver(letter).delayUntil(end -> note(letter, end)));
    }

    private Mono<Void> note(WaitingLetter letter, Outcome outcome) {
        return switch (outcome) {
            case WAITING ->
                    store.postpone(
                            letter.id(), clock.instant().plus(Patience.after(letter.attempts())));
            case EARLY -> store.putBack(letter.id(), clock.instant().plus(Patience.FOR_FACTS));
            case SENT, WITHDRAWN, UNDELIVERABLE ->
                    store.close(letter.id(), outcome, clock.instant());
        };
    }
}
