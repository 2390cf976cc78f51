package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.ReturnMoved;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Notes the steps of returns where the other steps of an order stand, and has them told. */
@Component
class ReturnFollower implements OutboxHandler<ReturnMoved> {

    private final OrderStore store;
    private final OrderStateStore states;
    private final OrderStandings standings;
    private final OrderNews news;

    ReturnFollower(
            OrderStore store, OrderStateStore states, OrderStandings standings, OrderNews news) {
        this.store = store;
        this.states = states;
        this.standings = standings;
        this.news = news;
    }

    @Override
    public String name() {
        return "orders.return-moved";
    }

    @Override
    public Class<ReturnMoved> event() {
        return ReturnMoved.class;
    }

    @Override
    public Mono<Void> handle(ReturnMoved moved) {
        return store.lock(new OrderId(moved.order()))
                .delayUntil(
                        order -> news.note(order, new Happening(moved.kind(), null, moved.at())))
                .delayUntil(order -> remember(order, moved))
                .flatMap(order -> tell(order, moved));
    }

    /** Whose pieces are exchanged is sent something once more. */
    private Mono<Void> remember(Order order, ReturnMoved moved) {
        return moved.kind() == Happening.Kind.RETURN_EXCHANGED
                ? standings.state(order).flatMap(state -> states.setSent(order.id(), state))
                : Mono.empty();
    }

    /** What the buyer did themselves on the page, and that we looked, needs no mail. */
    private Mono<Void> tell(Order order, ReturnMoved moved) {
        return ReturnLetters.of(moved.kind())
                .map(letter -> news.tell(order, letter, moved.request().toString()))
                .orElseGet(Mono::empty);
    }
}
