package org.lfnkr.zabuton.orders;

import reactor.core.publisher.Flux;

/**
 * How orders learn what their buyers give back. Whoever takes it back implements it, as a bean, and
 * appends a {@link ReturnMoved} for each step.
 */
public interface Returns {

    /** The one asked for first first. */
    Flux<ReturnView> of(OrderId order);
}
