package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.orders.OrderHappened;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Whatever happens to an order may let it be sent or stop it. */
@Component
class OrderFollower implements OutboxHandler<OrderHappened> {

    private final Dispatches dispatches;

    OrderFollower(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public String name() {
        return "fulfilment.follow";
    }

    @Override
    public Class<OrderHappened> event() {
        return OrderHappened.class;
    }

    @Override
    public Mono<Void> handle(OrderHappened happened) {
        return dispatches.follow(new OrderId(happened.order()));
    }
}
