package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.outbox.OutboxHandler;

import reactor.core.publisher.Mono;

import java.util.function.Function;

/** Hands one kind of event to its booking. */
record BookingHandler<E extends OutboxEvent>(
        String name, Class<E> event, Function<E, Mono<Void>> booking) implements OutboxHandler<E> {

    @Override
    public Mono<Void> handle(E happened) {
        return booking.apply(happened);
    }
}
