package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;

/** Works out what pages would say after a version, by what the pages themselves say. */
@Component
class Effects {

    private final Impact impact;
    private final ImpactWords words;
    private final List<Claimant> claimants;

    Effects(Impact impact, ImpactWords words, List<Claimant> claimants) {
        this.impact = impact;
        this.words = words;
        this.claimants = List.copyOf(claimants);
    }

    /** Of everything that could speak of its outcome, on its first day. */
    Mono<List<Effect>> of(PriceVersion version) {
        return impact.price(version.outcome().code(), version.from())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMapMany(before -> of(version, before))
                .collectList();
    }

    private Flux<Effect> of(PriceVersion version, Optional<OutcomePrice> before) {
        return Flux.fromIterable(claimants)
                .concatMap(it -> it.speakers(version.outcome(), version.from()))
                .concatMap(
                        speaker ->
                                Mono.zip(said(speaker, before), said(speaker, version.price()))
                                        .map(
                                                both ->
                                                        new Effect(
                                                                speaker.what(),
                                                                both.getT1().orElse(null),
                                                                both.getT2().orElse(null))));
    }

    /** Less than one unit is no claim. */
    private Mono<Optional<Bilingual>> said(Claimant.Speaker speaker, Optional<OutcomePrice> price) {
        return Mono.justOrEmpty(price)
                .flatMap(speaker.says())
                .filter(story -> story.units() > 0)
                .map(story -> Optional.of(sentence(story)))
                .defaultIfEmpty(Optional.empty());
    }

    private Bilingual sentence(ImpactStory story) {
        return new Bilingual(
                words.sentence(story, Language.EN), words.sentence(story, Language.JA));
    }
}
