package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Letters that could not be delivered: for the pages of those who wait for them, and for staff. */
@Component
public class UndeliveredLetters {

    /** Longer than anybody looks for a letter. */
    private static final Duration TOLD = Duration.ofDays(90);

    private final UndeliveredStore store;
    private final WorkQueue queue;
    private final AuditTrail audit;
    private final Clock clock;

    UndeliveredLetters(UndeliveredStore store, WorkQueue queue, AuditTrail audit, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Of the last 90 days.
     *
     * @param references of orders or gifts, as people know them
     */
    public Mono<List<Undelivered>> about(Collection<String> references) {
        return store.about(references, clock.instant().minus(TOLD)).collectList();
    }

    /**
     * The latest first, as many as a page shows.
     *
     * @param after the last letter of the page before; unknown ids begin at the beginning
     */
    public Mono<Slice<Undelivered>> after(UUID after) {
        return store.find(after)
                .map(Undelivered::givenUpAt)
                .defaultIfEmpty(Instant.parse("9999-01-01T00:00:00Z"))
                .flatMapMany(last -> store.before(last, after, Slice.ASKED))
                .collectList()
                .map(Slice::of);
    }

    /**
     * Puts a letter back into the queue, for instance after its address was corrected.
     *
     * @param actor the account of staff that wished it
     * @return whether it was given up until then
     */
    @Transactional
    public Mono<Boolean> sendAgain(UUID id, String actor) {
        return store.again(id, clock.instant())
                .filter(letters -> letters > 0)
                .delayUntil(
                        letters ->
                                audit.record(actor, "letter.sent-again", id.toString(), "desk")
                                        .then(queue.add(Mail.KIND, id)))
                .hasElement();
    }
}
