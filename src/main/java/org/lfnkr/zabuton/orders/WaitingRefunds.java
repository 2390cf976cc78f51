package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Money;

import reactor.core.publisher.Flux;

import java.util.UUID;

/** Refunds of orders that a second person has not decided on; of the module that proposes them. */
public interface WaitingRefunds {

    /** One that nobody has carried out: the order's pieces may leave meanwhile. */
    record Waiting(UUID approval, Money amount) {}

    Flux<Waiting> of(OrderId order);

    /** All orders that have one; they are few. */
    Flux<OrderId> orders();
}
