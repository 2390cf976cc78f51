package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** What the pages of products say of one piece, to somebody who hasn't chosen where it goes. */
@Component
@Order(1)
class ProductClaims implements Claimant {

    private final Catalog catalog;
    private final Pricing pricing;
    private final Estimates estimates;

    ProductClaims(Catalog catalog, Pricing pricing, Estimates estimates) {
        this.catalog = catalog;
        this.pricing = pricing;
        this.estimates = estimates;
    }

    @Override
    public Flux<Speaker> speakers(Outcome outcome, LocalDate day) {
        return outcome.code().equals(Estimates.OUTCOME)
                ? catalog.allOffers(day)
                        .flatMapMany(
                                offers ->
                                        catalog.shelf()
                                                .flatMapIterable(it -> it.variants())
                                                .mapNotNull(it -> offers.get(it.id())))
                        .distinct(offer -> offer.product().slug())
                        .concatMap(offer -> speaker(offer, day))
                : Flux.empty();
    }

    private Mono<Speaker> speaker(Offer offer, LocalDate day) {
        return pricing.priceOne(offer, Destination.japan(Prefecture.TOKYO))
                .ofType(CheckoutQuote.Ready.class)
                .map(ready -> speaker(offer, ready.cart().takings(), day));
    }

    private Speaker speaker(Offer offer, Takings takings, LocalDate day) {
        return new Speaker(
                offer.product().name(),
                price -> estimates.of(takings, day, price).map(ImpactEstimate::story));
    }
}
