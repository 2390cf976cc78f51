package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.web.FinishedCheckout;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page of an order, which is also where Stripe sends the buyer back to. It asks Stripe itself
 * while the order is open, so it is right whether or not the webhook has come.
 */
@Controller
@RequestMapping("/{lang:en|ja}/orders/{reference}/{key}")
class OrderPageController {

    private final Orders orders;
    private final OrderPages pages;
    private final FinishedCheckout finished;

    OrderPageController(Orders orders, OrderPages pages, FinishedCheckout finished) {
        this.orders = orders;
        this.pages = pages;
        this.finished = finished;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String payment) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return found(new OrderLink(reference, key))
                .flatMap(
                        order -> order.status().isOpen() ? orders.refresh(order) : Mono.just(order))
                .zipWhen(order -> finished.clear(exchange, order))
                .flatMap(
                        both ->
                                pages.of(
                                        both.getT1(),
                                        language,
                                        both.getT2(),
                                        "unreached".equals(payment)));
    }

    @GetMapping(value = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<String>> changes(
            @PathVariable String reference,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String seen) {
        OrderLink link = new OrderLink(reference, key);
        return found(link).thenMany(pages.changes(link, seen));
    }

    private Mono<Order> found(OrderLink link) {
        return orders.open(link)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
