package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.web.Redirects;
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

import java.util.Map;

/** Where a buyer says what they give back, sees what follows, and asks for it. */
@Controller
@RequestMapping("/{lang:en|ja}/orders/{reference}/{key}/returns")
class ReturnController {

    private final Orders orders;
    private final ReturnPages pages;
    private final Asking asking;

    ReturnController(Orders orders, ReturnPages pages, Asking asking) {
        this.orders = orders;
        this.pages = pages;
        this.asking = asking;
    }

    @GetMapping
    Mono<Rendering> show(
            Language language, @PathVariable String reference, @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return open(link)
                .flatMap(order -> pages.offer(order, language))
                .map(offer -> pages.form(link, language, ReturnForm.fresh(offer, Map.of())));
    }

    @PostMapping
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        OrderLink link = new OrderLink(reference, key);
        return open(link)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                take(
                                        exchange,
                                        language,
                                        link,
                                        both.getT1(),
                                        both.getT2().toSingleValueMap()));
    }

    private Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            OrderLink link,
            Order order,
            Map<String, String> typed) {
        return switch (typed.getOrDefault("act", "")) {
            case "ask" ->
                    asking.ask(order.id(), typed)
                            .map(answer -> answered(exchange, language, link, answer));
            case "change" ->
                    pages.offer(order, language)
                            .map(it -> pages.form(link, language, ReturnForm.fresh(it, typed)));
            default -> pages.look(exchange, language, link, order, typed);
        };
    }

    private Rendering answered(
            ServerWebExchange exchange, Language language, OrderLink link, AskAnswer answer) {
        return switch (answer) {
            case AskAnswer.Asked asked -> Redirects.to(language, link.path() + "#returns");
            case AskAnswer.Wrong wrong -> pages.again(exchange, link, language, wrong.form());
            case AskAnswer.Closed closed -> pages.closed(exchange, link, language, closed.offer());
        };
    }

    /** One that was answered meanwhile stays: the order's page says so. */
    @PostMapping("/{request}/withdrawals")
    Mono<Rendering> withdraw(
            Language language,
            @PathVariable String reference,
            @PathVariable String key,
            @PathVariable String request) {
        OrderLink link = new OrderLink(reference, key);
        return open(link)
                .flatMap(order -> asking.withdraw(order.id(), Slice.id(request)))
                .thenReturn(Redirects.to(language, link.path() + "#returns"));
    }

    private Mono<Order> open(OrderLink link) {
        return orders.open(link)
                .filter(order -> order.paidAt() != null)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
