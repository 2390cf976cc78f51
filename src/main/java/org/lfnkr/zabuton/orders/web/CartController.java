package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Cart;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.Optional;

/** The cart and what can be done to it. */
@Controller
@RequestMapping("/{lang:en|ja}/cart")
class CartController {

    private final CartCookie cookie;
    private final DestinationCookie destinations;
    private final CheckoutCookie drafts;
    private final CartPages pages;

    CartController(
            CartCookie cookie,
            DestinationCookie destinations,
            CheckoutCookie drafts,
            CartPages pages) {
        this.cookie = cookie;
        this.destinations = destinations;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        Cart cart = cookie.read(exchange.getRequest());
        return page(exchange, cart, Form.filled(GiftForm.values(cart.gift())));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Cart cart, Form gift) {
        return pages.of(exchange, cart, destinations.read(exchange.getRequest()), gift);
    }

    /** A place that nobody knows changes nothing. */
    @PostMapping("/destination")
    Mono<Rendering> send(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .doOnNext(
                        form ->
                                Optional.ofNullable(form.getFirst("to"))
                                        .flatMap(Destination::of)
                                        .ifPresent(to -> send(exchange, to)))
                .map(form -> Redirects.to(language, "/cart"));
    }

    /** A checkout under way goes there too. */
    private void send(ServerWebExchange exchange, Destination to) {
        destinations.write(exchange.getResponse(), to);
        drafts.read(exchange.getRequest())
                .map(draft -> draft.with(DestinationAnswers.to(to, draft.typed())))
                .ifPresent(draft -> drafts.write(exchange.getResponse(), draft));
    }

    @PostMapping("/lines")
    Mono<Rendering> add(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .map(form -> LineForm.added(cookie.read(exchange.getRequest()), form))
                .map(cart -> saved(exchange, language, cart));
    }

    @PostMapping("/lines/{variant}")
    Mono<Rendering> change(
            ServerWebExchange exchange, Language language, @PathVariable String variant) {
        Cart cart = cookie.read(exchange.getRequest());
        return exchange.getFormData()
                .map(form -> LineForm.changed(cart, variant, form))
                .map(changed -> saved(exchange, language, changed));
    }

    @PostMapping("/gift")
    Mono<Rendering> give(ServerWebExchange exchange, Language language) {
        Cart cart = cookie.read(exchange.getRequest());
        return exchange.getFormData().flatMap(form -> give(exchange, language, cart, form));
    }

    private Mono<Rendering> give(
            ServerWebExchange exchange,
            Language language,
            Cart cart,
            MultiValueMap<String, String> form) {
        return switch (GiftForm.read(form)) {
            case GiftForm.Chosen chosen ->
                    Mono.just(saved(exchange, language, cart.with(chosen.gift())));
            case GiftForm.Unclear unclear -> {
                exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                Map<String, String> typed = form.toSingleValueMap();
                yield page(exchange, cart, new Form(typed, unclear.problems()));
            }
        };
    }

    private Rendering saved(ServerWebExchange exchange, Language language, Cart cart) {
        cookie.write(exchange.getResponse(), cart);
        return Redirects.to(language, "/cart");
    }
}
