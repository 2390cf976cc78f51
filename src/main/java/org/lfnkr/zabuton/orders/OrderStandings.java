package org.lfnkr.zabuton.orders;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        return of(List.of(order)).map(all -> Objects.requireNonNull(all.get(order.id())));
    }

    /** Where each of some orders stands now. */
    public Mono<Map<OrderId, OrderStanding>> of(Collection<Order> orders) {
        List<OrderId> paid = paid(orders);
        return Mono.zip(
                        payments.refunds(orders.stream().map(Order::payment).toList()),
                        store.lines(orders.stream().map(Order::id).toList()),
                        parcels(paid),
                        returns(paid))
                .map(
                        it ->
                                new Known(it.getT1(), it.getT2(), it.getT3(), it.getT4())
                                        .standings(orders));
    }

    /** What is known of some orders. */
    private record Known(
            Map<PaymentId, List<RefundView>> refunds,
            Map<OrderId, List<SoldLine>> lines,
            Map<OrderId, OrderParcels> parcels,
            Map<OrderId, List<ReturnView>> returns) {

        Map<OrderId, OrderStanding> standings(Collection<Order> orders) {
            return orders.stream().collect(toMap(Order::id, this::standing));
        }

        private OrderStanding standing(Order order) {
            OrderId id = order.id();
            OrderParcels sent = parcels.getOrDefault(id, OrderParcels.NONE);
            return OrderStanding.of(
                    order,
                    refunds.getOrDefault(order.payment(), List.of()),
                    sent.state(lines.getOrDefault(id, List.of())),
                    sent.lastSent().orElse(null),
                    returns.getOrDefault(id, List.of()));
        }
    }

    /** How much of it has left us. */
    public Mono<ParcelState> state(Order order) {
        return store.lines(order.id())
                .collectList()
                .zipWith(parcels(order), (lines, sent) -> sent.state(lines));
    }

    /** Nor does anything come back of it. */
    public Mono<List<ReturnView>> returns(Order order) {
        return returns(paid(List.of(order))).map(all -> all.getOrDefault(order.id(), List.of()));
    }

    private Mono<Map<OrderId, List<ReturnView>>> returns(List<OrderId> paid) {
        return paid.isEmpty() ? Mono.just(Map.of()) : returns.of(paid);
    }

    /** Nothing is sent of what was never paid. */
    public Mono<OrderParcels> parcels(Order order) {
        return parcels(paid(List.of(order)))
                .map(all -> all.getOrDefault(order.id(), OrderParcels.NONE));
    }

    private Mono<Map<OrderId, OrderParcels>> parcels(List<OrderId> paid) {
        return paid.isEmpty() ? Mono.just(Map.of()) : parcels.of(paid);
    }

    private static List<OrderId> paid(Collection<Order> orders) {
        return orders.stream().filter(it -> it.paidAt() != null).map(Order::id).toList();
    }
}
