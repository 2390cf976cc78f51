package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

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
                                        : Redirects.to(language, link.pathAfter(opening)));
    }

    /** Asks once more before a code that the buyer may have written down becomes worthless. */
    @GetMapping("/cancellations")
    Mono<Rendering> askCancel(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        OrderLink link = new OrderLink(reference, key);
        return found(link)
                .map(
                        order ->
                                order.status().isOpen()
                                        ? Page.of("orders/cancel")
                                                .with("order", order)
                                                .with("here", "/" + language.tag() + link.path())
                                                .rendering()
                                        : Redirects.to(language, link.path()));
    }

    /** Gives the order up; a cart that was not ordered is still there. */
    @PostMapping("/cancellations")
    Mono<Rendering> cancel(
            Language language, @PathVariable String reference, @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return found(link)
                .zipWhen(orders::cancel)
                .map(both -> Redirects.to(language, next(both.getT1(), both.getT2(), link)));
    }

    private static String next(Order before, Order order, OrderLink link) {
        return before.status() == OrderStatus.AWAITING_PAYMENT
                        && order.status() == OrderStatus.CANCELLED
                ? "/cart"
                : link.path();
    }

    private Mono<Order> found(OrderLink link) {
        return orders.open(link)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
