package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Parcel;
import org.lfnkr.zabuton.shipping.Shipping;
import org.lfnkr.zabuton.shipping.ShippingQuote;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.shipping.ShippingQuote.Refused;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Puts today's prices, costs and availability to a cart. */
@Component
public class Pricing {

    private final Catalog catalog;
    private final Stock stock;
    private final Shipping shipping;
    private final FeeEstimate fees;
    private final Clock clock;

    Pricing(Catalog catalog, Stock stock, Shipping shipping, FeeEstimate fees, Clock clock) {
        this.catalog = catalog;
        this.stock = stock;
        this.shipping = shipping;
        this.fees = fees;
        this.clock = clock;
    }

    /** Without shipping. */
    public Mono<PricedCart> price(Cart cart) {
        return catalog.offers(cart.variants(), BusinessDate.of(clock.instant()))
                .zipWith(stock.available(cart.variants()))
                .map(both -> PricedCart.of(cart, fees, both.getT1(), both.getT2()));
    }

    /** The same where it is known how many pieces there are. */
    Mono<CheckoutQuote> price(
            Cart cart, Destination destination, Map<VariantId, Integer> available) {
        return catalog.offers(cart.variants(), BusinessDate.of(clock.instant()))
                .map(offers -> PricedCart.of(cart, fees, offers, available))
                .flatMap(priced -> ship(priced, destination));
    }

    /** With shipping to a destination. */
    public Mono<CheckoutQuote> price(Cart cart, Destination destination) {
        return price(cart).flatMap(priced -> ship(priced, destination));
    }

    /** One piece of what may be offered one day, as if it were there. */
    public Mono<CheckoutQuote> priceOne(Offer offer, Destination destination) {
        VariantId id = offer.variant().id();
        Cart cart = Cart.EMPTY.add(id, 1);
        PricedCart one = PricedCart.of(cart, fees, Map.of(id, offer), Map.of(id, 1));
        return ship(one, destination);
    }

    private Mono<CheckoutQuote> ship(PricedCart cart, Destination destination) {
        return quote(cart, destination)
                .flatMap(
                        quote ->
                                switch (quote) {
                                    case Quoted quoted -> ready(cart, destination, quoted);
                                    case Refused refused ->
                                            Mono.just(
                                                    new CheckoutQuote.NotDeliverable(
                                                            refused.reason()));
                                });
    }

    private Mono<CheckoutQuote> ready(PricedCart cart, Destination destination, Quoted quoted) {
        return ofCosted(cart, destination, quoted)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(costed -> cart.shippedBy(quoted, costed.orElse(null)))
                .map(shipped -> new CheckoutQuote.Ready(shipped, quoted));
    }

    /** What shipping would be without the lines whose costs nobody has worked out. */
    private Mono<Quoted> ofCosted(PricedCart cart, Destination destination, Quoted quoted) {
        PricedCart costed = cart.costed();
        if (costed.isEmpty() || costed.lines().size() == cart.lines().size()) {
            return Mono.just(quoted).filter(all -> !costed.isEmpty());
        }
        return quote(costed, destination).ofType(Quoted.class);
    }

    /** What has left the shelf weighs nothing; a parcel always weighs something. */
    private Mono<ShippingQuote> quote(PricedCart cart, Destination destination) {
        return shipping.quote(destination, new Parcel(Math.max(1, cart.grams()), cart.goods()));
    }
}
