package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

/** What a buyer can do with an order that is not paid yet. */
@Controller
@RequestMapping("/{lang:en|ja}/orders/{reference}/{key}")
class OrderActionController {

    private final Orders orders;

    OrderActionController(Orders orders) {
        this.orders = orders;
    }

    /** Leads to Stripe's page; once more, where the buyer left it. */
    @PostMapping("/payments")
    Mono<Rendering> pay(
            Language language, @PathVariable String reference, @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return found(link)
                .flatMap(orders::pay)
                .map(
                        opening ->
                                opening instanceof Opening.Open open
                                        ? Redirects.to(open.url().toString())
                                        : Redirects.to(language, link.path()));
    }

    /** Gives the order up; the cart is still there. */
    @PostMapping("/cancellations")
    Mono<Rendering> cancel(
            Language language, @PathVariable String reference, @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return found(link)
                .flatMap(orders::cancel)
                .map(order -> Redirects.to(language, next(order, link)));
    }

    private static String next(Order order, OrderLink link) {
        return order.status() == OrderStatus.CANCELLED ? "/cart" : link.path();
    }

    private Mono<Order> found(OrderLink link) {
        return orders.open(link)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
