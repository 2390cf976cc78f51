package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.Payments;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/** Gathers the facts from which {@link OrderStanding} is decided. */
@Component
class OrderStandings {

    private final Payments payments;

    OrderStandings(Payments payments) {
        this.payments = payments;
    }

    Mono<OrderStanding> of(Order order) {
        return payments.refunds(order.payment())
                .collectList()
                .map(refunds -> OrderStanding.of(order, refunds));
    }
}
