package org.lfnkr.zabuton.outbox;

import reactor.core.publisher.Mono;

/**
 * Wants one kind of event. A bean of this type is found and served by itself; events appended
 * before it existed do not reach it.
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
}
