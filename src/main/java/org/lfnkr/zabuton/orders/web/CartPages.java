package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Cart;
import org.lfnkr.zabuton.orders.CheckoutQuote;
import org.lfnkr.zabuton.orders.Estimates;
import org.lfnkr.zabuton.orders.ImpactEstimate;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PricedCart;
import org.lfnkr.zabuton.orders.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Composes the cart page. */
@Component
class CartPages {

    private final Pricing pricing;
    private final Estimates estimates;
    private final Places places;
    private final Orders orders;
    private final CheckoutCookie checkouts;

    CartPages(
            Pricing pricing,
            Estimates estimates,
            Places places,
            Orders orders,
            CheckoutCookie checkouts) {
        this.pricing = pricing;
        this.estimates = estimates;
        this.places = places;
        this.orders = orders;
        this.checkouts = checkouts;
    }

    /**
     * @param to where to send to, as {@code JP-13} or a country's code
     */
    Mono<Rendering> of(ServerWebExchange exchange, Cart cart, String to, Form gift) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Language language =
                Language.of(exchange.getRequest().getPath().subPath(1, 2).value())
                        .orElse(Language.EN);
        return Mono.zip(pricing.price(cart), waiting(exchange), regions(language))
                .flatMap(
                        parts ->
                                render(
                                        parts.getT1(),
                                        parts.getT2(),
                                        parts.getT3(),
                                        new Wish(cart, to, gift)));
    }

    private record Wish(Cart cart, String to, Form gift) {}

    private Mono<Rendering> render(
            PricedCart priced,
            Optional<OrderNotice> waiting,
            List<Places.Region> regions,
            Wish wish) {
        if (priced.isEmpty()) {
            return Mono.just(
                    Page.of("orders/cart-empty").with("waiting", waiting.orElse(null)).rendering());
        }
        return Mono.zip(estimate(priced), quote(wish.cart(), wish.to()))
                .map(
                        parts ->
                                Page.of("orders/cart")
                                        .with("cart", priced)
                                        .with("estimate", parts.getT1().orElse(null))
                                        .with("quote", parts.getT2())
                                        .with("waiting", waiting.orElse(null))
                                        .with("regions", regions)
                                        .with("to", wish.to())
                                        .with("form", wish.gift())
                                        .rendering());
    }

    private Mono<Optional<ImpactEstimate>> estimate(PricedCart cart) {
        return estimates
                .of(cart.takings())
                .filter(ImpactEstimate::isClaim)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<CheckoutQuote> quote(Cart cart, String to) {
        boolean japan = to.startsWith("JP-");
        return pricing.price(
                cart, new Destination(japan ? "JP" : to, japan ? to.substring(3) : null));
    }

    private Mono<List<Places.Region>> regions(Language language) {
        List<Places.Region> japan = Places.japan(language, it -> "JP-" + it.code());
        return places.abroad(language)
                .map(abroad -> Stream.concat(japan.stream(), abroad.stream()).toList());
    }

    /** An order of this browser that still waits for its payment. */
    private Mono<Optional<OrderNotice>> waiting(ServerWebExchange exchange) {
        return Mono.justOrEmpty(checkouts.read(exchange.getRequest()))
                .flatMap(draft -> orders.latest(draft.attempt()))
                .filter(order -> order.status() == OrderStatus.AWAITING_PAYMENT)
                .map(this::notice)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private OrderNotice notice(Order order) {
        return new OrderNotice(order.reference(), orders.link(order).path(), order.total());
    }
}
