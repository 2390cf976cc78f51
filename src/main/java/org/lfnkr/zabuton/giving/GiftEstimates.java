package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Works out what a gift costs and what it could make possible before it is paid. */
@Component
public class GiftEstimates {

    private final Impact impact;
    private final FeeEstimate fees;
    private final Clock clock;

    GiftEstimates(Impact impact, FeeEstimate fees, Clock clock) {
        this.impact = impact;
        this.fees = fees;
        this.clock = clock;
    }

    public GiftParts parts(Money gift, boolean coversFee) {
        return GiftParts.of(gift, coversFee, fees);
    }

    /** The fee's rate in parts of 10,000, for pages that say how the cover is computed. */
    public int rate() {
        return fees.partsOfTenThousand();
    }

    /** Today's price of what the cause pays for; empty while none is backed by evidence. */
    public Mono<OutcomePrice> price(Cause cause) {
        return Mono.justOrEmpty(cause.outcome())
                .flatMap(outcome -> impact.price(outcome, BusinessDate.of(clock.instant())));
    }

    /** What one charge of these parts could do, with the fee estimated. */
    public ImpactStory story(OutcomePrice price, GiftParts parts) {
        return ImpactStory.couldFund(price, parts.arriving(fees.of(parts.total())));
    }
}
