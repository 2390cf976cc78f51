package org.lfnkr.zabuton.outbox;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes deliveries one at a time, each in a transaction of its own: claimed, handled and marked. A
 * failure rolls back to just after the claim and is postponed before anybody else can claim it. Any
 * number of relays may run at once, here and on other nodes.
 */
@Component
class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int AT_ONCE = 4;
    private static final TransactionDefinition NESTED =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    private final OutboxStore store;
    private final Handlers handlers;
    private final TransactionalOperator transaction;
    private final TransactionalOperator attempt;
    private final MeterRegistry meters;

    Relay(
            OutboxStore store,
            Handlers handlers,
            ReactiveTransactionManager transactions,
            MeterRegistry meters) {
        this.store = store;
        this.handlers = handlers;
        this.transaction = TransactionalOperator.create(transactions);
        this.attempt = TransactionalOperator.create(transactions, NESTED);
        this.meters = meters;
    }

    Mono<Long> drain() {
        return Flux.range(0, AT_ONCE)
                .flatMap(relay -> deliverAllDue())
                .reduce(0L, Long::sum)
                .flatMap(count -> count == 0 ? Mono.just(0L) : drain().map(more -> more + count));
    }

    private Mono<Long> deliverAllDue() {
        return deliverNext()
                .repeat()
                .takeUntil(Turn.NOTHING_DUE::equals)
                .filter(Turn.DONE::equals)
                .count();
    }

    /** What became of one turn of the relay. */
    enum Turn {
        DONE,
        POSTPONED,
        NOTHING_DUE
    }

    Mono<Turn> deliverNext() {
        return Mono.defer(() -> store.claim(handlers.names()))
                .flatMap(this::deliver)
                .as(transaction::transactional)
                .defaultIfEmpty(Turn.NOTHING_DUE);
    }

    private Mono<Turn> deliver(Delivery delivery) {
        return Mono.defer(() -> handle(handlers.named(delivery.handler()), delivery))
                .then(store.finish(delivery))
                .thenReturn(Turn.DONE)
                .as(attempt::transactional)
                .onErrorResume(failure -> postpone(delivery, failure));
    }

    private <E extends OutboxEvent> Mono<Void> handle(OutboxHandler<E> handler, Delivery delivery) {
        return handler.handle(store.read(delivery, handler.event()));
    }

    private Mono<Turn> postpone(Delivery delivery, Throwable failure) {
        meters.counter("zabuton.outbox.failures", "handler", delivery.handler()).increment();
        String kind = Failure.of(failure);
        log.warn(
                "Event {} postponed by {} for {}: {}",
                delivery.eventId(),
                delivery.handler(),
                delivery.pause(),
                kind);
        return store.postpone(delivery, kind).thenReturn(Turn.POSTPONED);
    }
}
