package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.PaymentView;
import org.springframework.modulith.NamedInterface;

import reactor.core.publisher.Mono;

/** Moves an order on; of the room that knows what becomes of its pieces and who is told. */
@NamedInterface("inside")
public interface OrderLifecycle {

    /**
     * Brings an order to where its payment stands.
     *
     * @return the order as it stands then
     */
    Mono<Order> follow(OrderId id, PaymentView payment);

    /** The buyer chose to order something else instead; no mail is sent about this order's end. */
    Mono<Void> supersede(OrderId id);

    /** It was paid before it could be given up, so nothing takes its place. */
    Mono<Void> keepPaid(OrderId id);
}
