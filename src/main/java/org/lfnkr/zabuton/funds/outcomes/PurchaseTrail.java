package org.lfnkr.zabuton.funds.outcomes;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.funds.outcomes.TrailSteps.Told;
import org.lfnkr.zabuton.impact.MoneyTrail;
import org.lfnkr.zabuton.impact.Trail;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells what was paid, of what it was for, to which fund it was moved, what it bought, and what of
 * that arrived.
 */
@Component
class PurchaseTrail implements MoneyTrail {

    private final TrailStore trails;
    private final Spending spending;
    private final TrailSteps steps;
    private final Messages messages;
    private final Formats formats;

    PurchaseTrail(
            TrailStore trails,
            Spending spending,
            TrailSteps steps,
            Messages messages,
            Formats formats) {
        this.trails = trails;
        this.spending = spending;
        this.steps = steps;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    public Mono<Trail> of(UUID subject, Language language) {
        return of(subject, new Days(language, day -> formats.date(day, language)));
    }

    private Mono<Trail> of(UUID subject, Days days) {
        return trails.parts(subject)
                .map(part -> part(part, days.language()))
                .collectList()
                .filter(parts -> !parts.isEmpty())
                .zipWhen(parts -> steps(subject, days), Trail::new);
    }

    private Trail.Part part(TrailStore.Part part, Language language) {
        Bilingual fund = part.fund();
        String name =
                fund == null
                        ? messages.text("trail.part." + part.part(), language)
                        : messages.text("trail.part.fund", language, fund.in(language));
        return new Trail.Part(name, part.came(), part.came().minus(part.net()));
    }

    private Mono<List<String>> steps(UUID subject, Days days) {
        return Mono.zip(
                bought(subject, days).collectList(),
                trails.turns(subject).collectList(),
                (bought, turns) -> all(bought, turns, days));
    }

    private Flux<Told> bought(UUID subject, Days days) {
        return spending.ofSubject(subject)
                .collectList()
                .map(PurchaseTrail::shares)
                .flatMapIterable(Map::entrySet)
                .concatMap(share -> steps.of(share.getKey(), share.getValue(), days));
    }

    private static Map<UUID, Money> shares(List<Consumption> all) {
        return Spent.shares(all.stream().map(Spent::of).toList());
    }

    private List<String> all(List<Told> bought, List<TrailStore.Turn> turns, Days days) {
        Stream<Told> moved =
                turns.stream()
                        .filter(TrailStore.Turn::isMove)
                        .map(it -> new Told(it.day(), List.of(text(it, days))));
        Stream<String> left = turns.stream().filter(it -> !it.isMove()).map(it -> text(it, days));
        return Stream.concat(dayByDay(moved, bought.stream()), left).toList();
    }

    /**
     * On the same day it is moved before it is spent, from where it then lies; what has no day yet
     * comes last.
     */
    static Stream<String> dayByDay(Stream<Told> moved, Stream<Told> bought) {
        return Stream.concat(moved, bought)
                .sorted(comparing(Told::day, nullsLast(naturalOrder())))
                .flatMap(it -> it.sentences().stream());
    }

    private String text(TrailStore.Turn it, Days days) {
        LocalDate day = it.day();
        return messages.text(
                "trail." + it.turn(),
                days.language(),
                formats.yen(it.yen()),
                name(it.fund(), days.language()),
                name(it.from(), days.language()),
                day == null ? "" : days.text(day));
    }

    private static String name(@Nullable Bilingual fund, Language language) {
        return fund == null ? "" : fund.in(language);
    }
}
