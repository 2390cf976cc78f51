package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.Bilingual;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.function.Function;

/** What makes claims of outcomes on the shop's pages. */
interface Claimant {

    /** All that would speak of an outcome on a day. */
    Flux<Speaker> speakers(Outcome outcome, LocalDate day);

    /**
     * Something that says what it could fund.
     *
     * @param what such as a product's name
     * @param says what, at a price; empty where it says nothing
     */
    record Speaker(Bilingual what, Function<OutcomePrice, Mono<ImpactStory>> says) {}
}
