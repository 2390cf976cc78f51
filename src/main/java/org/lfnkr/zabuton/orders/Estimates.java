package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Basis;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Works out what a sale could make possible before it is paid. */
@Component
public class Estimates {

    /** What the profit of sales could do; a code of the price book. */
    public static final String OUTCOME = "rice";

    private final Impact impact;
    private final FeeEstimate fees;
    private final Clock clock;

    Estimates(Impact impact, FeeEstimate fees, Clock clock) {
        this.impact = impact;
        this.fees = fees;
        this.clock = clock;
    }

    /** Where the money would go, with the fee estimated. */
    public Proceeds proceeds(Takings takings) {
        return Proceeds.of(takings, fees.of(takings.total()));
    }

    /**
     * Empty while no price of the outcome is backed by evidence, and where nothing is known of what
     * is earned.
     */
    public Mono<ImpactEstimate> of(Takings takings) {
        return of(takings, BusinessDate.of(clock.instant()));
    }

    /** The same by the price and the policy of a day in Tokyo, as they are known now. */
    public Mono<ImpactEstimate> of(Takings takings, LocalDate day) {
        return of(takings, proceeds(takings), day);
    }

    /** The same where the fee, in yen, is another than that of an online payment. */
    public Mono<ImpactEstimate> of(Takings takings, Money fee) {
        return of(takings, Proceeds.of(takings, fee), BusinessDate.of(clock.instant()));
    }

    /** The same by a price that is not in the book. */
    public Mono<ImpactEstimate> of(Takings takings, LocalDate day, OutcomePrice price) {
        return takings.isKnown()
                ? impact.policy(day).map(policy -> estimate(proceeds(takings), price, policy))
                : Mono.empty();
    }

    /** Today's price and policy. */
    Mono<Basis> basis() {
        return impact.basis(OUTCOME, BusinessDate.of(clock.instant()));
    }

    /** As {@link #of(Takings)}, by what is known already. */
    Optional<ImpactEstimate> of(Takings takings, Basis basis) {
        return basis.price()
                .filter(price -> takings.isKnown())
                .map(price -> estimate(proceeds(takings), price, basis.policy()));
    }

    private Mono<ImpactEstimate> of(Takings takings, Proceeds proceeds, LocalDate day) {
        return takings.isKnown() ? known(proceeds, day) : Mono.empty();
    }

    /** Where a cart goes counts: empty too where it can't be sent. */
    public Mono<ImpactEstimate> told(CheckoutQuote quote) {
        return switch (quote) {
            case CheckoutQuote.Ready ready -> of(ready.cart().takings());
            case CheckoutQuote.NotDeliverable refused -> Mono.empty();
        };
    }

    private Mono<ImpactEstimate> known(Proceeds proceeds, LocalDate day) {
        return impact.price(OUTCOME, day)
                .zipWith(impact.policy(day))
                .map(both -> estimate(proceeds, both.getT1(), both.getT2()));
    }

    private static ImpactEstimate estimate(
            Proceeds proceeds, OutcomePrice price, AllocationPolicy policy) {
        return new ImpactEstimate(price, proceeds, policy.claimable(proceeds, price.fund()));
    }
}
