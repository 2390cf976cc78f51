package org.lfnkr.zabuton.outbox;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;

/**
 * Wants one kind of event. A bean of this type is found and served by itself. Events appended
 * before it existed reach it where it says {@link #since}, and all of them where it is a {@link
 * Projection}.
 */
public interface OutboxHandler<E extends OutboxEvent> {

    /**
     * Unique and lasting, because it is stored with each delivery: {@code module.step}. All
     * handlers of a module together get the events of a stream in their order, one after the other.
     */
    String name();

    Class<E> event();

    /**
     * Runs in the relay's transaction, so its effects in this database happen exactly once. An
     * error rolls them back and the delivery is tried again later; later events of the same stream
     * wait for it, other streams do not. It must not call anything remote.
     */
    Mono<Void> handle(E event);

    /**
     * From when on a handler that is new wants the events, in their order, once. Not for one that
     * sends mail or moves money: what it does would come years late.
     */
    default Optional<Instant> since() {
        return Optional.empty();
    }
}
