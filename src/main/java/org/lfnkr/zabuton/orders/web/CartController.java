package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Meant;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final Catalog catalog;

    CartController(
            CartCookie cookie,
            DestinationCookie destinations,
            CheckoutCookie drafts,
            CartPages pages,
            Catalog catalog) {
        this.catalog = catalog;
        this.cookie = cookie;
        this.destinations = destinations;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        Cart cart = cookie.read(exchange.getRequest());
        return page(exchange, cart, Form.filled(GiftForm.values(cart)));
    }

    private Mono<Rendering> page(ServerWebExchange exchange, Cart cart, Form form) {
        return pages.of(exchange, cart, destinations.read(exchange.getRequest()), form);
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
        Cart cart = cookie.read(exchange.getRequest());
        return exchange.getFormData()
                .map(form -> LineForm.added(cart, form.toSingleValueMap()))
                .flatMap(
                        read ->
                                switch (read) {
                                    case LineForm.Understood understood ->
                                            Mono.just(saved(exchange, language, understood.cart()));
                                    case LineForm.Refused refused -> ask(language, refused);
                                });
    }

    /** Asks again where the number was typed, or shows the cart where that is no longer on sale. */
    private Mono<Rendering> ask(Language language, LineForm.Refused refused) {
        return catalog.productOf(refused.variant())
                .mapNotNull(product -> page(product, refused))
                .defaultIfEmpty("/cart")
                .map(path -> Redirects.to(language, path));
    }

    private static @Nullable String page(Product product, LineForm.Refused refused) {
        return product.variants().stream()
                .filter(variant -> variant.id().equals(refused.variant()))
                .findFirst()
                .map(variant -> "/products/" + product.slug() + "?" + query(variant, refused))
                .orElse(null);
    }

    private static String query(Variant variant, LineForm.Refused refused) {
        return "colour=%s&quantity=%s&told=%s"
                .formatted(
                        variant.colour(),
                        UriUtils.encode(refused.typed(), StandardCharsets.UTF_8),
                        refused.reason().code());
    }

    @PostMapping("/lines/{variant}")
    Mono<Rendering> change(
            ServerWebExchange exchange, Language language, @PathVariable String variant) {
        Cart cart = cookie.read(exchange.getRequest());
        return exchange.getFormData()
                .map(form -> LineForm.changed(cart, variant, form.toSingleValueMap()))
                .flatMap(
                        read ->
                                switch (read) {
                                    case LineForm.Understood understood ->
                                            Mono.just(saved(exchange, language, understood.cart()));
                                    case LineForm.Refused refused -> again(exchange, cart, refused);
                                });
    }

    private Mono<Rendering> again(ServerWebExchange exchange, Cart cart, LineForm.Refused refused) {
        String field = CartPages.field(refused.variant());
        Map<String, String> values = GiftForm.values(cart);
        values.put(field, refused.typed());
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Form form = new Form(values, List.of(refused.reason().problem(field)));
        return page(exchange, cart, form);
    }

    @PostMapping("/gift")
    Mono<Rendering> give(ServerWebExchange exchange, Language language) {
        Cart cart = cookie.read(exchange.getRequest());
        return exchange.getFormData()
                .map(form -> Meant.applied(form.toSingleValueMap(), form, GiftForm.FIELDS))
                .flatMap(typed -> give(exchange, language, cart, typed));
    }

    private Mono<Rendering> give(
            ServerWebExchange exchange, Language language, Cart cart, Map<String, String> typed) {
        return switch (GiftForm.read(typed, cart)) {
            case GiftForm.Chosen chosen ->
                    pages.priced(chosen.in(cart), destinations.read(exchange.getRequest()))
                            .flatMap(
                                    priced ->
                                            priced.isRoundAlready()
                                                    ? again(exchange, cart, typed, round(priced))
                                                    : Mono.just(
                                                            saved(
                                                                    exchange,
                                                                    language,
                                                                    chosen.in(cart))));
            case GiftForm.Unclear unclear -> again(exchange, cart, typed, unclear.problems());
        };
    }

    private static List<Problem> round(PricedCart priced) {
        return List.of(GiftForm.round(priced.beforeGift()));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Cart cart,
            Map<String, String> typed,
            List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, cart, new Form(typed, problems));
    }

    private Rendering saved(ServerWebExchange exchange, Language language, Cart cart) {
        Cart before = cookie.read(exchange.getRequest());
        cookie.write(exchange.getResponse(), cart);
        return CartNews.between(before, cart)
                .map(news -> news.on(exchange, language))
                .orElseGet(() -> Redirects.to(language, "/cart"));
    }
}
