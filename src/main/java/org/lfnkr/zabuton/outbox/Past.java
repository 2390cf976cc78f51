package org.lfnkr.zabuton.outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * Gives handlers that are new the events that they want from before, and a {@link Projection} of a
 * higher version all of them. Lets deliveries go that are long done; the events stay.
 */
@Component
class Past {

    static final Duration KEPT = Duration.ofDays(30);

    private final OutboxStore store;
    private final Handlers handlers;
    private final TransactionalOperator transaction;

    Past(OutboxStore store, Handlers handlers, TransactionalOperator transaction) {
        this.store = store;
        this.handlers = handlers;
        this.transaction = transaction;
    }

    /** Of any number of nodes that start together, one does it. */
    Mono<Void> handOn() {
        return Flux.fromIterable(handlers.names())
                .map(handlers::named)
                .concatMap(handler -> handOn(handler).as(transaction::transactional))
                .then(store.deleteDone(KEPT));
    }

    private Mono<Void> handOn(OutboxHandler<?> handler) {
        int version = handler instanceof Projection<?> projection ? projection.version() : 0;
        return store.enrol(handler.name(), version).flatMap(isNew -> deliver(handler));
    }

    private Mono<Void> deliver(OutboxHandler<?> handler) {
        Mono<Void> dropped =
                handler instanceof Projection<?> projection ? projection.drop() : Mono.empty();
        return dropped.then(
                Mono.justOrEmpty(handler.since())
                        .flatMap(
                                since ->
                                        store.redeliver(
                                                handler.name(),
                                                EventNames.of(handler.event()),
                                                since)));
    }
}
