package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Sends letters again that somebody has lost, or that reached nobody. Each is composed anew: it
 * says how things stand now, or is withdrawn where there is nothing to say any more.
 */
@Service
public class LettersAgain {

    public static final String AGAIN = "mail.desk.told.goes";
    public static final String NOT_AGAIN = "mail.desk.told.stays";

    /** The address was corrected, so that what was lost can be sent again. */
    public static final String CORRECTED = "mail.desk.told.corrected";

    /** The messages of what the page about a matter tells of its letters. */
    public static final List<String> TOLD = List.of(AGAIN, NOT_AGAIN, CORRECTED);

    /** Of one letter: who still has none after that has another problem. */
    static final int MOST = 3;

    /** A mail may take a while. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final LetterStore store;
    private final WorkQueue queue;
    private final AuditTrail audit;
    private final Clock clock;

    LettersAgain(LetterStore store, WorkQueue queue, AuditTrail audit, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a letter back into the queue.
     *
     * @param matters with one of whose ids its reference begins
     * @param actor the account of staff that wished it
     * @return false where it waits, was sent a moment ago or often enough, or is of something else
     */
    @Transactional
    public Mono<Boolean> send(UUID letter, Collection<UUID> matters, String actor) {
        return store.again(letter, matters, MOST, clock.instant().minus(REST), clock.instant())
                .filter(again -> again)
                .delayUntil(
                        again ->
                                audit.record(actor, "letter.sent-again", letter.toString(), "desk")
                                        .then(queue.add(Mail.KIND, letter)))
                .defaultIfEmpty(false);
    }
}
