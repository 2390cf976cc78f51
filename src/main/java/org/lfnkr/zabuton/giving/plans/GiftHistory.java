package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts to each charge what it funded. */
@Component
class GiftHistory {

    private final Impact impact;
    private final ImpactWords words;

    GiftHistory(Impact impact, ImpactWords words) {
        this.impact = impact;
        this.words = words;
    }

    Mono<Slice<HistoryLine>> of(Slice<Charge> charges, Language language) {
        return Flux.fromIterable(charges.items())
                .concatMap(charge -> line(charge, language))
                .collectList()
                .map(charges::with);
    }

    private Mono<HistoryLine> line(Charge charge, Language language) {
        return impact.story(charge.payment().value())
                .map(story -> new HistoryLine(charge, words.sentence(story, language)))
                .defaultIfEmpty(new HistoryLine(charge, null));
    }
}
