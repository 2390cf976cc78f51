package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.Outlook;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Estimates;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.Prefecture;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Optional;

/** Says of an offer what its page would say to somebody who hasn't chosen where it goes. */
@Component
class PieceOutlook implements Outlook {

    private final Pricing pricing;
    private final Estimates estimates;
    private final ImpactWords words;

    PieceOutlook(Pricing pricing, Estimates estimates, ImpactWords words) {
        this.pricing = pricing;
        this.estimates = estimates;
        this.words = words;
    }

    @Override
    public Mono<Prospect> of(Offer offer, LocalDate day) {
        return pricing.priceOne(offer, Destination.japan(Prefecture.TOKYO))
                .flatMap(
                        quote ->
                                switch (quote) {
                                    case CheckoutQuote.Ready ready ->
                                            prospect(ready.cart().takings(), day);
                                    case CheckoutQuote.NotDeliverable refused ->
                                            Mono.just(new Prospect(null, null));
                                });
    }

    private Mono<Prospect> prospect(Takings takings, LocalDate day) {
        return estimates
                .of(takings, day)
                .filter(ImpactEstimate::isClaim)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(claim -> new Prospect(profit(takings), claim.map(this::words).orElse(null)));
    }

    private @Nullable Money profit(Takings takings) {
        return takings.isKnown() ? estimates.proceeds(takings).profit() : null;
    }

    private Bilingual words(ImpactEstimate claim) {
        return new Bilingual(
                words.amount(claim.story(), Language.EN), words.amount(claim.story(), Language.JA));
    }
}
