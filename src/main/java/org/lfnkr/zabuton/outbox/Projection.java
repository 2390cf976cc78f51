package org.lfnkr.zabuton.outbox;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;

/**
 * A handler that only writes down what the events say, so that this can be dropped and written anew
 * from all of them. It tells nobody anything: no mail, no money, no event of its own.
 */
public interface Projection<E extends OutboxEvent> extends OutboxHandler<E> {

    /** Raise it, and at the next start the projection is dropped and built anew. */
    int version();

    /** Deletes all that the handler has written, in the caller's transaction. */
    Mono<Void> drop();

    @Override
    default Optional<Instant> since() {
        return Optional.of(Instant.EPOCH);
    }
}
