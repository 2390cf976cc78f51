package org.lfnkr.zabuton.fulfilment.making;

import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelMoved;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** What was sent is not to be made again, should its parcel come back. */
@Component
class SentFollower implements OutboxHandler<ParcelMoved> {

    private final MakingStore store;

    SentFollower(MakingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "fulfilment.made";
    }

    @Override
    public Class<ParcelMoved> event() {
        return ParcelMoved.class;
    }

    @Override
    public Mono<Void> handle(ParcelMoved moved) {
        return moved.kind() == Happening.Kind.SENT
                ? store.sent(new OrderId(moved.order()), moved.at())
                : Mono.empty();
    }
}
