package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Notes the steps of parcels where the other steps of an order stand, and has a parcel told. */
@Component
class ParcelFollower implements OutboxHandler<ParcelMoved> {

    private final OrderStore store;
    private final OrderNews news;

    ParcelFollower(OrderStore store, OrderNews news) {
        this.store = store;
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
                .filter(order -> moved.kind() == Happening.Kind.SENT)
                .flatMap(order -> news.tell(order, ParcelLetters.SENT, "" + moved.parcel()));
    }
}
