package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

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

    /** What is paid each time; covering the fee costs more where Billing takes its part. */
    public GiftParts parts(Money gift, boolean coversFee, Frequency frequency) {
        return GiftParts.of(gift, coversFee, frequency, fees);
    }

    /** Today's price of what the cause pays for; empty while none is backed by evidence. */
    public Mono<OutcomePrice> price(Cause cause) {
        return Mono.justOrEmpty(cause.outcome())
                .flatMap(outcome -> impact.price(outcome, BusinessDate.of(clock.instant())));
    }

    /** What one charge of these parts could do, with the fee estimated. */
    public ImpactStory story(OutcomePrice price, GiftParts parts, Frequency frequency) {
        return ImpactStory.couldFund(price, parts.arriving(fee(parts.total(), frequency)));
    }

    /** What a gift could do however often it is made: for pages that don't know that yet. */
    public ImpactStory least(OutcomePrice price, Money gift) {
        return Stream.of(Frequency.values())
                .map(frequency -> story(price, parts(gift, false, frequency), frequency))
                .min(Comparator.comparing(ImpactStory::money))
                .orElseThrow();
    }

    private Money fee(Money payment, Frequency frequency) {
        return frequency.isRegular() ? fees.ofRegular(payment) : fees.of(payment);
    }
}
