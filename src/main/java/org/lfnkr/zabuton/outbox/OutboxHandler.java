package org.lfnkr.zabuton.outbox;

import reactor.core.publisher.Mono;

/**
 * Wants one kind of event. A bean of this type is found and served by itself; events appended
 * before it existed do not reach it.
 */
public interface OutboxHandler<E extends OutboxEvent> {

    /** Unique and lasting: it is stored with each delivery. */
    String name();

    Class<E> event();

    /**
     * Runs in the relay's transaction, so its effects in this database happen exactly once. An
     * error rolls them back and the delivery is tried again later; later events of the same stream
     * wait for it, other streams do not. It must not call anything remote.
     */
    Mono<Void> handle(E event);
}
