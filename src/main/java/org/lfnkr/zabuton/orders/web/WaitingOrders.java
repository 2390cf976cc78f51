package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.PaymentView;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * Knows what this browser has ordered. Nobody comes back to us from a konbini code, so the cart has
 * to find out by itself.
 */
@Component
class WaitingOrders {

    private final CheckoutCookie drafts;
    private final Orders orders;
    private final FinishedCheckout finished;

    WaitingOrders(CheckoutCookie drafts, Orders orders, FinishedCheckout finished) {
        this.drafts = drafts;
        this.orders = orders;
        this.finished = finished;
    }

    /**
     * @param notice of an order that waits for its payment
     * @param emptied whether the cart was ordered and has been emptied by this answer
     */
    record Known(Optional<OrderNotice> notice, boolean emptied) {

        static final Known NOTHING = new Known(Optional.empty(), false);
    }

    /** Stripe is asked about an order whose payment page was left. */
    Mono<Known> of(ServerWebExchange exchange) {
        return Mono.justOrEmpty(drafts.read(exchange.getRequest()))
                .flatMap(draft -> orders.latest(draft.attempt()))
                .flatMap(this::present)
                .flatMap(order -> known(exchange, order))
                .defaultIfEmpty(Known.NOTHING);
    }

    private Mono<Order> present(Order order) {
        return order.status() == OrderStatus.AWAITING_PAYMENT
                ? orders.refresh(order)
                : Mono.just(order);
    }

    private Mono<Known> known(ServerWebExchange exchange, Order order) {
        return finished.clear(exchange, order)
                .flatMap(emptied -> notice(order).map(notice -> new Known(notice, emptied)));
    }

    private Mono<Optional<OrderNotice>> notice(Order order) {
        return order.status().isOpen()
                ? orders.payment(order).map(payment -> Optional.of(notice(order, payment)))
                : Mono.just(Optional.empty());
    }

    private OrderNotice notice(Order order, PaymentView payment) {
        return new OrderNotice(
                order.reference(),
                orders.link(order).path(),
                order.total(),
                payment.instructions(),
                payment.payBy());
    }
}
