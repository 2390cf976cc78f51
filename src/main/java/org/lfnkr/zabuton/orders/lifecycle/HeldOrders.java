package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

/** Orders whose payment is held: whether their pieces wait with them is decided apart from it. */
@Service
@NamedInterface("lifecycle")
public class HeldOrders {

    private final OrderStore store;
    private final Stock stock;
    private final AuditTrail audit;

    HeldOrders(OrderStore store, Stock stock, AuditTrail audit) {
        this.store = store;
        this.stock = stock;
        this.audit = audit;
    }

    /** Whether the pieces of an order of which nothing is sold are set aside still. */
    public Mono<Boolean> isHolding(OrderId id) {
        return store.find(id)
                .filter(HeldOrders::isUnsold)
                .flatMap(order -> stock.isHolding(id.value()))
                .defaultIfEmpty(false);
    }

    /**
     * Lets others buy the pieces while the payment is looked at. Should it be accepted, they are
     * set aside again if there still are any, and else the money goes back.
     *
     * @param reason for the audit trail; no personal data
     * @return whether there was anything to let go
     */
    @Transactional
    public Mono<Boolean> release(OrderId id, String actor, String reason) {
        return store.lock(id)
                .filter(HeldOrders::isUnsold)
                .filterWhen(order -> stock.isHolding(id.value()))
                .flatMap(
                        order ->
                                stock.release(id.value())
                                        .then(
                                                audit.record(
                                                        actor,
                                                        "order.pieces-released",
                                                        id.value().toString(),
                                                        reason))
                                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    private static boolean isUnsold(Order order) {
        return order.status() == OrderStatus.HELD && order.paidAt() == null;
    }
}
