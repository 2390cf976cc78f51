package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.checkout.LivePageController;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.web.FinishedCheckout;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page of an order. It asks Stripe itself while the order is open, so it is right whether or
 * not the webhook has come.
 */
@Controller
@RequestMapping("/{lang:en|ja}/orders/{reference}/{key}")
class OrderPageController extends LivePageController<OrderLink, Order> {

    private final Orders orders;
    private final OrderPages pages;
    private final FinishedCheckout finished;

    OrderPageController(Orders orders, OrderPages pages, FinishedCheckout finished) {
        this.orders = orders;
        this.pages = pages;
        this.finished = finished;
    }

    @Override
    protected OrderLink link(String reference, String key) {
        return new OrderLink(reference, key);
    }

    @Override
    protected Mono<Order> open(OrderLink link) {
        return orders.open(link);
    }

    @Override
    protected Mono<Rendering> page(
            ServerWebExchange exchange, Language language, Order order, boolean unreached) {
        return (order.status().isOpen() ? orders.refresh(order) : Mono.just(order))
                .zipWhen(now -> finished.clear(exchange, now))
                .flatMap(both -> pages.of(both.getT1(), language, both.getT2(), unreached));
    }

    @Override
    protected Flux<ServerSentEvent<String>> changes(OrderLink link, String seen) {
        return pages.changes(link, seen);
    }
}
