package org.lfnkr.zabuton.outbox;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;

/** Where a module says what has happened, so that others can act on it. */
@Service
public class Outbox {

    private final OutboxStore store;
    private final Handlers handlers;
    private final Relay relay;
    private final Notifications notifications;

    Outbox(OutboxStore store, Handlers handlers, Relay relay, Notifications notifications) {
        this.store = store;
        this.handlers = handlers;
        this.relay = relay;
        this.notifications = notifications;
    }

    /** Joins the caller's transaction; outside of one it fails, because the event could be lost. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> append(OutboxEvent event) {
        return store.append(event, handlers.namesFor(event.getClass()));
    }

    /**
     * How far the handlers have come with these streams. Who reads what handlers of several modules
     * have written, and wants it to be of one moment, asks before and after.
     */
    public Mono<Progress> progress(Collection<String> streams) {
        return store.progress(streams);
    }

    /**
     * Emits once when it begins to listen, and whenever a handler, on any node, has taken an event
     * of this stream, so that what it has written can be read. Notifications may be lost: look by
     * yourself from time to time.
     */
    public Flux<String> taken(String stream) {
        return Flux.merge(notifications.on(OutboxStore.TAKEN + stream), Mono.just(stream));
    }

    /** Delivers all that is due now, what handlers append meanwhile included; says how many. */
    public Mono<Long> drain() {
        return relay.drain();
    }
}
