package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Optional;

/** Puts to each charge what it funded. */
@Component
class GiftHistory {

    private final Impact impact;
    private final ImpactWords words;
    private final Destinations destinations;

    GiftHistory(Impact impact, ImpactWords words, Destinations destinations) {
        this.impact = impact;
        this.words = words;
        this.destinations = destinations;
    }

    Mono<Slice<HistoryLine>> of(Slice<Charge> charges, Language language) {
        return Flux.fromIterable(charges.items())
                .concatMap(charge -> line(charge, language))
                .collectList()
                .map(charges::with);
    }

    private Mono<HistoryLine> line(Charge charge, Language language) {
        return Mono.zip(funded(charge, language), elsewhere(charge))
                .map(
                        both ->
                                new HistoryLine(
                                        charge,
                                        both.getT1().orElse(null),
                                        both.getT2().orElse(null)));
    }

    private Mono<Optional<String>> funded(Charge charge, Language language) {
        return impact.story(charge.payment().value())
                .map(story -> words.sentence(story, language))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<String>> elsewhere(Charge charge) {
        return destinations
                .elsewhere(charge.payment())
                .map(Cause::code)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
