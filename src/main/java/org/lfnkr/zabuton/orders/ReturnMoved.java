package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of a return, told by whoever takes it back.
 *
 * @param kind one of those of {@link Happening.Kind} that are about returns
 */
@EventName("orders.return-moved.1")
public record ReturnMoved(UUID order, Happening.Kind kind, UUID request, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return new OrderId(order).purpose();
    }
}
