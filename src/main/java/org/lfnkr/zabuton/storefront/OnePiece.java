package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** One piece alone in a parcel, whose profit stands for what "this product" makes possible. */
@Component
class OnePiece {

    private final Pricing pricing;
    private final Estimates estimates;

    OnePiece(Pricing pricing, Estimates estimates) {
        this.pricing = pricing;
        this.estimates = estimates;
    }

    Mono<CheckoutQuote> price(Variant variant, Destination to) {
        return pricing.price(Cart.EMPTY.add(variant.id(), 1), to);
    }

    /** What it could fund, as far as that may be said. */
    Mono<Optional<ImpactStory>> claim(CheckoutQuote one) {
        return estimates
                .told(one)
                .filter(ImpactEstimate::isClaim)
                .map(estimate -> Optional.of(estimate.story()))
                .defaultIfEmpty(Optional.empty());
    }
}
