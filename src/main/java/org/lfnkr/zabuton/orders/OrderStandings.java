package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;

/** Gathers the facts from which {@link OrderStanding} is decided. */
@NamedInterface("inside")
@Component
public class OrderStandings {

    private final OrderStore store;
    private final Payments payments;
    private final Parcels parcels;
    private final Returns returns;

    OrderStandings(OrderStore store, Payments payments, Parcels parcels, Returns returns) {
        this.store = store;
        this.payments = payments;
        this.parcels = parcels;
        this.returns = returns;
    }

    /** Where an order stands now. */
    public Mono<OrderStanding> of(Order order) {
        return Mono.zip(
                        payments.refunds(order.payment()).collectList(),
                        store.lines(order.id()).collectList(),
                        parcels(order),
                        returns(order))
                .map(
                        it ->
                                OrderStanding.of(
                                        order,
                                        it.getT1(),
                                        it.getT3().state(it.getT2()),
                                        it.getT3().lastSent().orElse(null),
                                        it.getT4()));
    }

    /** How much of it has left us. */
    public Mono<ParcelState> state(Order order) {
        return store.lines(order.id())
                .collectList()
                .zipWith(parcels(order), (lines, sent) -> sent.state(lines));
    }

    /** Nor does anything come back of it. */
    public Mono<List<ReturnView>> returns(Order order) {
        return order.paidAt() == null ? Mono.just(List.of()) : returns.of(order.id()).collectList();
    }

    /** Nothing is sent of what was never paid. */
    public Mono<OrderParcels> parcels(Order order) {
        return order.paidAt() == null ? Mono.just(OrderParcels.NONE) : parcels.of(order.id());
    }
}
