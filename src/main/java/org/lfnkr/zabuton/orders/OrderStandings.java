package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Gathers the facts from which {@link OrderStanding} is decided. */
@Component
class OrderStandings {

    private final OrderStore store;
    private final Payments payments;
    private final Parcels parcels;

    OrderStandings(OrderStore store, Payments payments, Parcels parcels) {
        this.store = store;
        this.payments = payments;
        this.parcels = parcels;
    }

    Mono<OrderStanding> of(Order order) {
        return payments.refunds(order.payment())
                .collectList()
                .zipWith(state(order), (refunds, state) -> OrderStanding.of(order, refunds, state));
    }

    Mono<ParcelState> state(Order order) {
        return store.lines(order.id())
                .collectList()
                .zipWith(parcels(order), (lines, sent) -> sent.state(lines));
    }

    /** Nothing is sent of what was never paid. */
    Mono<OrderParcels> parcels(Order order) {
        return order.paidAt() == null ? Mono.just(OrderParcels.NONE) : parcels.of(order.id());
    }
}
