package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.pledges.GiftEstimates;
import org.lfnkr.zabuton.giving.pledges.OpenCauses;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.giving.purposes.Destinations;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentMeans;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes the pages on which somebody decides to give. */
@Component
class GivePages {

    private final OpenCauses open;
    private final GiftEstimates estimates;
    private final Destinations destinations;
    private final ImpactWords words;
    private final GiftTerms terms;
    private final WaitingGifts waiting;
    private final Clock clock;

    GivePages(
            OpenCauses open,
            GiftEstimates estimates,
            Destinations destinations,
            ImpactWords words,
            GiftTerms terms,
            WaitingGifts waiting,
            Clock clock) {
        this.open = open;
        this.estimates = estimates;
        this.destinations = destinations;
        this.words = words;
        this.terms = terms;
        this.waiting = waiting;
        this.clock = clock;
    }

    Mono<Rendering> form(ServerWebExchange exchange, Language language, Form form) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Mono.zip(amounts(language), waiting.of(exchange), goals())
                .map(
                        parts ->
                                Page.of("giving/give")
                                        .with("waiting", parts.getT2().orElse(null))
                                        .with("goals", parts.getT3())
                                        .with("form", form)
                                        .with("amounts", parts.getT1())
                                        .with("frequencies", Frequency.values())
                                        .with("causes", open.causes())
                                        .with("usual", open.first())
                                        .rendering());
    }

    /** Of the causes of which something has to be said before they are chosen. */
    private Mono<List<Destination>> goals() {
        return Flux.fromIterable(open.causes())
                .concatMap(destinations::of)
                .filter(goal -> goal.need() != null)
                .collectList();
    }

    private Mono<List<AmountOption>> amounts(Language language) {
        return Flux.fromIterable(open.causes())
                .concatMap(this::priced)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(
                        prices ->
                                AmountReader.OFFERED.stream()
                                        .map(amount -> option(amount, prices, language))
                                        .toList());
    }

    /** What the money really goes to says what it could do. */
    private Mono<Map.Entry<Cause, OutcomePrice>> priced(Cause cause) {
        return destinations
                .of(cause)
                .flatMap(destination -> estimates.price(destination.goesTo()))
                .map(price -> Map.entry(cause, price));
    }

    private AmountOption option(Money amount, Map<Cause, OutcomePrice> prices, Language language) {
        Map<String, String> meanings = new HashMap<>();
        prices.forEach(
                (cause, price) -> {
                    ImpactStory story = estimates.least(price, amount);
                    if (story.units() > 0) {
                        meanings.put(cause.code(), words.amount(story, language));
                    }
                });
        return new AmountOption(amount, meanings);
    }

    /** The last page before the gift; it carries what the law on mail order asks for. */
    Mono<Rendering> check(
            ServerWebExchange exchange, Language language, GiveAnswers.Good answers, Form form) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return destinations
                .of(answers.cause())
                .flatMap(destination -> check(exchange, language, answers, destination, form));
    }

    private Mono<Rendering> check(
            ServerWebExchange exchange,
            Language language,
            GiveAnswers.Good answers,
            Destination destination,
            Form form) {
        GiftParts parts = estimates.parts(answers.gift(), answers.coversFee(), answers.frequency());
        return estimates
                .price(destination.goesTo())
                .map(price -> Optional.of(estimates.story(price, parts, answers.frequency())))
                .defaultIfEmpty(Optional.empty())
                .zipWith(
                        waiting.of(exchange),
                        (story, notice) ->
                                Page.of("giving/check")
                                        .with("waiting", notice.orElse(null))
                                        .with("answers", answers)
                                        .with("parts", parts)
                                        .with(
                                                "konbini",
                                                PaymentMeans.of(parts.total())
                                                        .contains(PaymentMeans.KONBINI))
                                        .with("konbiniDays", PaymentMeans.KONBINI_DAYS)
                                        .with("story", story.orElse(null))
                                        .with("dates", dates(answers.frequency()))
                                        .with("destination", destination)
                                        .with("agreement", agreement(destination, language))
                                        .with("form", form)
                                        .rendering());
    }

    private ChargeDates dates(Frequency frequency) {
        return ChargeDates.from(clock.instant(), frequency);
    }

    private String agreement(Destination destination, Language language) {
        return destination.agreement(terms, language);
    }
}
