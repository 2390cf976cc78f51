package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.fulfilment.DispatchStore.Open;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Which orders wait to be sent. Their own facts decide; the list follows them. */
@Component
class Dispatches {

    private final Orders orders;
    private final DispatchStore store;
    private final Clock clock;

    Dispatches(Orders orders, DispatchStore store, Clock clock) {
        this.orders = orders;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Those that have waited longest first.
     *
     * @param after the order that stood last on the page before; any other id begins
     */
    Mono<Slice<WaitingOrder>> waiting(UUID after) {
        return store.open(after).collectList().map(Slice::of).flatMap(this::withPieces);
    }

    private Mono<Slice<WaitingOrder>> withPieces(Slice<Open> open) {
        return store.left(open.items())
                .collectList()
                .map(
                        left ->
                                open.with(
                                        open.items().stream()
                                                .map(
                                                        it ->
                                                                WaitingOrder.of(
                                                                        it, left, clock.instant()))
                                                .toList()));
    }

    Flux<Pick> picks() {
        return store.picks();
    }

    /** Brings the list to where the order stands; in the caller's transaction. */
    Mono<Void> follow(OrderId id) {
        return orders.locked(id).flatMap(this::follow);
    }

    /** What was never paid is not sent. */
    Mono<Void> follow(OrderStory story) {
        return story.order().paidAt() == null
                ? Mono.empty()
                : store.begin(story)
                        .then(store.setStopped(story.order().id(), !story.standing().maySend()));
    }
}
