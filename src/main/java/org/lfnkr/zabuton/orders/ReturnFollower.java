package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Notes the steps of returns where the other steps of an order stand, and has them told. */
@Component
class ReturnFollower implements OutboxHandler<ReturnMoved> {

    private final OrderStore store;
    private final OrderNews news;

    ReturnFollower(OrderStore store, OrderNews news) {
        this.store = store;
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
                .flatMap(order -> tell(order, moved));
    }

    /** What the buyer did themselves on the page, and that we looked, needs no mail. */
    private Mono<Void> tell(Order order, ReturnMoved moved) {
        return ReturnLetters.of(moved.kind())
                .map(letter -> news.tell(order, letter, moved.request().toString()))
                .orElseGet(Mono::empty);
    }
}
