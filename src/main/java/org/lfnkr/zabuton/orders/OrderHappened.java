package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to an order after it was placed. Where it stands now, {@link Orders} tells.
 */
@EventName("orders.order-happened.1")
public record OrderHappened(UUID order, Happening.Kind kind, Instant at) implements OutboxEvent {

    @Override
    public String stream() {
        return new OrderId(order).purpose();
    }
}
