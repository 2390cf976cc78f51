package org.lfnkr.zabuton.orders;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of an order's parcels, told by whoever sends.
 *
 * @param kind {@link Happening.Kind#SENT}, {@link Happening.Kind#RENUMBERED}, {@link
 *     Happening.Kind#CAME_BACK} or {@link Happening.Kind#CALLED_OFF}
 * @param parcel which one; null where pieces were called off
 */
@EventName("orders.parcel-moved.1")
public record ParcelMoved(UUID order, Happening.Kind kind, @Nullable UUID parcel, Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return new OrderId(order).purpose();
    }
}
