package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Parcel;
import org.lfnkr.zabuton.shipping.Shipping;
import org.lfnkr.zabuton.shipping.ShippingQuote;
import org.lfnkr.zabuton.stock.Stock;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Puts today's prices, costs and availability to a cart. */
@Component
public class Pricing {

    private final Catalog catalog;
    private final Stock stock;
    private final Shipping shipping;
    private final Clock clock;

    Pricing(Catalog catalog, Stock stock, Shipping shipping, Clock clock) {
        this.catalog = catalog;
        this.stock = stock;
        this.shipping = shipping;
        this.clock = clock;
    }

    /** Without shipping. */
    public Mono<PricedCart> price(Cart cart) {
        return catalog.offers(cart.variants(), BusinessDate.of(clock.instant()))
                .zipWith(stock.available(cart.variants()))
                .map(both -> PricedCart.of(cart, both.getT1(), both.getT2()));
    }

    /** With shipping to a destination. */
    public Mono<CheckoutQuote> price(Cart cart, Destination destination) {
        return price(cart).flatMap(priced -> ship(priced, destination));
    }

    private Mono<CheckoutQuote> ship(PricedCart cart, Destination destination) {
        return shipping.quote(destination, new Parcel(cart.grams(), cart.goods()))
                .map(
                        quote ->
                                switch (quote) {
                                    case ShippingQuote.Quoted quoted ->
                                            new CheckoutQuote.Ready(cart.shippedBy(quoted), quoted);
                                    case ShippingQuote.Refused refused ->
                                            new CheckoutQuote.NotDeliverable(refused.reason());
                                });
    }
}
