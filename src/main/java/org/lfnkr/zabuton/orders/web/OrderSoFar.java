package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * The order so far, which stands beside a form (templates/orders/aside.html). It is counted for the
 * same destination as in the cart, so that no figure moves on the way.
 */
@Component
class OrderSoFar {

    private final CartCookie carts;
    private final DestinationCookie destinations;
    private final Pricing pricing;
    private final Estimates estimates;

    OrderSoFar(
            CartCookie carts,
            DestinationCookie destinations,
            Pricing pricing,
            Estimates estimates) {
        this.carts = carts;
        this.destinations = destinations;
        this.pricing = pricing;
        this.estimates = estimates;
    }

    /** The page with {@code cart}, {@code estimate} and {@code destination}. */
    Mono<Page> beside(ServerWebExchange exchange, Page page) {
        Cart cart = carts.read(exchange.getRequest());
        Destination to = destinations.read(exchange.getRequest());
        return Mono.zip(pricing.price(cart), pricing.price(cart, to))
                .flatMap(parts -> beside(page, parts.getT1(), parts.getT2()))
                .map(filled -> filled.with("destination", to.words()));
    }

    private Mono<Page> beside(Page page, PricedCart unshipped, CheckoutQuote quote) {
        PricedCart cart = quote instanceof CheckoutQuote.Ready ready ? ready.cart() : unshipped;
        return estimates
                .told(quote)
                .filter(ImpactEstimate::isClaim)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(claim -> page.with("cart", cart).with("estimate", claim.orElse(null)));
    }
}
