package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.RetrySchedule;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** Sends mails, sooner or later. */
@Component
public class Mail implements Job {

    static final String KIND = "mail.letter";

    private final LetterStore store;
    private final Letters letters;
    private final Postman postman;
    private final WorkQueue queue;
    private final Clock clock;

    Mail(LetterStore store, Letters letters, Postman postman, WorkQueue queue, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.postman = postman;
        this.queue = queue;
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
                .flatMap(letter -> queue.add(KIND, letter));
    }

    /**
     * The mails about some matters, oldest first.
     *
     * @param matters the ids with which references begin
     */
    public Flux<SentLetter> about(Collection<UUID> matters) {
        return store.about(matters).map(letter -> letter.called(letters.titleKey(letter.kind())));
    }

    /**
     * Sends what is due now, see {@link WorkQueue#drain}.
     *
     * @return how many were tried
     */
    public Mono<Long> sendDue() {
        return queue.drain(this);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RetrySchedule schedule() {
        return Patience.SCHEDULE;
    }

    @Override
    public Duration poll() {
        return Duration.ofSeconds(3);
    }

    /** One after the other: a mail about what came later is not to arrive first. */
    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public boolean isForGood(Throwable failure) {
        return Refusal.isForGood(failure);
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return store.open(id(item))
                .flatMap(letter -> postman.deliver(letter).flatMap(end -> note(letter, end)))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private Mono<WorkResult> note(WaitingLetter letter, Outcome outcome) {
        return outcome == Outcome.EARLY
                ? Mono.just(new WorkResult.Again(Patience.FOR_FACTS))
                : store.close(letter.id(), outcome, clock.instant()).thenReturn(WorkResult.DONE);
    }

    @Override
    public Mono<Void> givenUp(WorkItem item) {
        return store.close(id(item), Outcome.UNDELIVERABLE, clock.instant());
    }

    private static UUID id(WorkItem item) {
        return UUID.fromString(item.key());
    }
}
