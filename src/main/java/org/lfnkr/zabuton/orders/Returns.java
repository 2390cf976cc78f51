package org.lfnkr.zabuton.orders;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How orders learn what their buyers give back. Whoever takes it back implements it, as a bean, and
 * appends a {@link ReturnMoved} for each step.
 */
public interface Returns {

    /** By order, the one asked for first first; of whichever nothing was asked is not in it. */
    Mono<Map<OrderId, List<ReturnView>>> of(Collection<OrderId> orders);
}
