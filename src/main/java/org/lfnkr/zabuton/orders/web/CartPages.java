package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.Pricing;
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
    private final WaitingOrders waiting;
    private final FigureCookie figures;
    private final GiftFunds giftFunds;

    CartPages(
            Pricing pricing,
            Estimates estimates,
            Places places,
            WaitingOrders waiting,
            FigureCookie figures,
            GiftFunds giftFunds) {
        this.pricing = pricing;
        this.estimates = estimates;
        this.places = places;
        this.waiting = waiting;
        this.figures = figures;
        this.giftFunds = giftFunds;
    }

    /** The name of the field that says how many of a variant there are. */
    static String field(VariantId variant) {
        return "quantity-" + variant.value();
    }

    /**
     * @param to where its figures are counted for
     * @param gift as it was chosen; and where a number of pieces was refused, what was typed
     */
    Mono<Rendering> of(ServerWebExchange exchange, Cart cart, Destination to, Form gift) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Language language =
                Language.of(exchange.getRequest().getPath().subPath(1, 2).value())
                        .orElse(Language.EN);
        return waiting.of(exchange)
                .flatMap(
                        known ->
                                Mono.zip(shipped(left(cart, known), to), regions(language))
                                        .flatMap(
                                                parts ->
                                                        render(
                                                                exchange,
                                                                parts.getT1(),
                                                                known,
                                                                parts.getT2(),
                                                                gift)));
    }

    private static Cart left(Cart cart, WaitingOrders.Known known) {
        return known.emptied() ? Cart.EMPTY : cart;
    }

    /**
     * A cart and what sending it costs.
     *
     * @param cart with shipping, where it can be sent
     */
    private record Shipped(PricedCart cart, CheckoutQuote quote, Destination to) {}

    /** The cart at today's prices, with shipping where it can be sent. */
    Mono<PricedCart> priced(Cart cart, Destination to) {
        return shipped(cart, to).map(Shipped::cart);
    }

    private Mono<Shipped> shipped(Cart cart, Destination to) {
        return Mono.zip(pricing.price(cart), pricing.price(cart, to))
                .map(parts -> shipped(parts.getT1(), parts.getT2(), to));
    }

    private static Shipped shipped(PricedCart unshipped, CheckoutQuote quote, Destination to) {
        return switch (quote) {
            case CheckoutQuote.Ready ready -> new Shipped(ready.cart(), quote, to);
            case CheckoutQuote.NotDeliverable refused -> new Shipped(unshipped, quote, to);
        };
    }

    private Mono<Rendering> render(
            ServerWebExchange exchange,
            Shipped shipped,
            WaitingOrders.Known known,
            List<Places.Region> regions,
            Form gift) {
        OrderNotice notice = known.notice().orElse(null);
        if (shipped.cart().isEmpty()) {
            return Mono.just(
                    Page.of("orders/cart-empty")
                            .with("waiting", notice)
                            .with("said", said(exchange, shipped.cart()))
                            .with("cartCount", known.emptied() ? 0 : null)
                            .rendering());
        }
        return estimates
                .told(shipped.quote())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWith(
                        giftFunds.shut(),
                        (estimate, shut) ->
                                Page.of("orders/cart")
                                        .with("shut", shut)
                                        .with("cart", shipped.cart())
                                        .with("estimate", claim(estimate))
                                        .with("told", estimate.orElse(null))
                                        .with("fall", fall(exchange, shipped, estimate))
                                        .with("said", said(exchange, shipped.cart()))
                                        .with("quote", shipped.quote())
                                        .with("waiting", notice)
                                        .with("regions", regions)
                                        .with("to", shipped.to().place())
                                        .with("destination", shipped.to().words())
                                        .with("form", gift)
                                        .with("roundUps", roundUps(shipped.cart(), gift))
                                        .rendering());
    }

    private static List<RoundUpOffer> roundUps(PricedCart cart, Form gift) {
        return RoundUpOffer.of(cart.beforeGift(), gift.value(GiftForm.CHOICE));
    }

    private static @Nullable CartNews said(ServerWebExchange exchange, PricedCart cart) {
        return CartNews.take(exchange, cart);
    }

    private static @Nullable ImpactEstimate claim(Optional<ImpactEstimate> estimate) {
        return estimate.filter(ImpactEstimate::isClaim).orElse(null);
    }

    private Figure.@Nullable Fall fall(
            ServerWebExchange exchange, Shipped shipped, Optional<ImpactEstimate> estimate) {
        return estimate.map(it -> Figure.of(it, shipped.cart(), shipped.to()))
                .map(now -> figures.tell(exchange, now))
                .orElse(null);
    }

    private Mono<List<Places.Region>> regions(Language language) {
        List<Places.Region> japan = Places.japan(language, it -> "JP-" + it.code());
        return places.abroad(language)
                .map(abroad -> Stream.concat(japan.stream(), abroad.stream()).toList());
    }
}
