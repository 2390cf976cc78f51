package org.lfnkr.zabuton.orders;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;

/**
 * How orders learn what was sent of them. Whoever sends implements it, as a bean, and appends a
 * {@link ParcelMoved} for each step.
 */
public interface Parcels {

    /** By order; of whichever nothing was sent is not in it. */
    Mono<Map<OrderId, OrderParcels>> of(Collection<OrderId> orders);
}
