package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** What the form of gifts says of a usual one. */
@Component
@Order(2)
class GiftClaims implements Claimant {

    private static final Money USUAL = Money.yen(3_000);

    private final GiftEstimates estimates;
    private final Messages messages;

    GiftClaims(GiftEstimates estimates, Messages messages) {
        this.estimates = estimates;
        this.messages = messages;
    }

    @Override
    public Flux<Speaker> speakers(Outcome outcome, LocalDate day) {
        return Flux.just(Cause.values())
                .filter(cause -> cause.outcome().filter(outcome.code()::equals).isPresent())
                .map(
                        cause ->
                                new Speaker(
                                        gift(cause),
                                        price -> Mono.just(estimates.least(price, USUAL))));
    }

    private Bilingual gift(Cause cause) {
        return new Bilingual(gift(cause, Language.EN), gift(cause, Language.JA));
    }

    private String gift(Cause cause, Language language) {
        return messages.text(
                "claims.gift", language, messages.text("giving.cause." + cause.code(), language));
    }
}
