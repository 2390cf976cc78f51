package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.ParcelMoved;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Notes the steps of parcels where the other steps of an order stand, and has a parcel told. */
@Component
class ParcelFollower implements OutboxHandler<ParcelMoved> {

    private final OrderStore store;
    private final OrderStateStore states;
    private final OrderStandings standings;
    private final OrderNews news;

    ParcelFollower(
            OrderStore store, OrderStateStore states, OrderStandings standings, OrderNews news) {
        this.store = store;
        this.states = states;
        this.standings = standings;
        this.news = news;
    }

    @Override
    public String name() {
        return "orders.parcel-moved";
    }

    @Override
    public Class<ParcelMoved> event() {
        return ParcelMoved.class;
    }

    @Override
    public Mono<Void> handle(ParcelMoved moved) {
        return store.lock(new OrderId(moved.order()))
                .delayUntil(
                        order -> news.note(order, new Happening(moved.kind(), null, moved.at())))
                .delayUntil(this::rememberState)
                .flatMap(order -> tell(order, moved));
    }

    private Mono<Void> rememberState(Order order) {
        return standings.state(order).flatMap(state -> states.setSent(order.id(), state));
    }

    /** A number can be corrected more than once, and each time is told. */
    private Mono<Void> tell(Order order, ParcelMoved moved) {
        return switch (moved.kind()) {
            case SENT -> news.tell(order, ParcelLetters.SENT, "" + moved.parcel());
            case RENUMBERED ->
                    news.tell(
                            order,
                            ParcelLetters.RENUMBERED,
                            moved.parcel() + "/" + moved.at().toEpochMilli());
            default -> Mono.empty();
        };
    }
}
