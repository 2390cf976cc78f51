package org.lfnkr.zabuton.orders;

import reactor.core.publisher.Mono;

/**
 * How orders learn what was sent of them. Whoever sends implements it, as a bean, and appends a
 * {@link ParcelMoved} for each step.
 */
public interface Parcels {

    /** {@link OrderParcels#NONE} where nothing was sent. */
    Mono<OrderParcels> of(OrderId order);
}
