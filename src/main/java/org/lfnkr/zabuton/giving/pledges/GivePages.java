package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
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
    private final ImpactWords words;
    private final GiftTerms terms;
    private final WaitingGifts waiting;
    private final Clock clock;

    GivePages(
            OpenCauses open,
            GiftEstimates estimates,
            ImpactWords words,
            GiftTerms terms,
            WaitingGifts waiting,
            Clock clock) {
        this.open = open;
        this.estimates = estimates;
        this.words = words;
        this.terms = terms;
        this.waiting = waiting;
        this.clock = clock;
    }

    Mono<Rendering> form(ServerWebExchange exchange, Language language, Form form) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return amounts(language)
                .zipWith(
                        waiting.of(exchange),
                        (amounts, notice) ->
                                Page.of("giving/give")
                                        .with("waiting", notice.orElse(null))
                                        .with("form", form)
                                        .with("amounts", amounts)
                                        .with("frequencies", Frequency.values())
                                        .with("causes", open.causes())
                                        .with("usual", open.first())
                                        .rendering());
    }

    private Mono<List<AmountOption>> amounts(Language language) {
        return Flux.fromIterable(open.causes())
                .concatMap(cause -> estimates.price(cause).map(price -> Map.entry(cause, price)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(
                        prices ->
                                AmountReader.OFFERED.stream()
                                        .map(amount -> option(amount, prices, language))
                                        .toList());
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
        GiftParts parts = estimates.parts(answers.gift(), answers.coversFee(), answers.frequency());
        return estimates
                .price(answers.cause())
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
                                        .with("agreement", agreement(answers, language))
                                        .with("form", form)
                                        .rendering());
    }

    private ChargeDates dates(Frequency frequency) {
        return ChargeDates.from(clock.instant(), frequency);
    }

    private String agreement(GiveAnswers.Good answers, Language language) {
        return terms.agreement(answers.cause().purpose(), language);
    }
}
