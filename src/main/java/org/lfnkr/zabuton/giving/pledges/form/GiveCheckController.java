package org.lfnkr.zabuton.giving.pledges.form;

import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.checkout.ShownTotal;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.OpenCauses;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.Verdict;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Gatekeeper;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Shows all answers once more, and takes the gift. */
@Controller
@RequestMapping("/{lang:en|ja}")
class GiveCheckController {

    private static final Problem SUM_CHANGED = Problem.of("total", "giving.check.sum-changed");
    private static final Problem DESTINATION_CHANGED =
            Problem.of("total", "giving.check.destination-changed");
    private static final Problem NOT_AGREED = Problem.of("agreed", "giving.agreement.missing");
    private static final Problem WAIT = Problem.of("total", "giving.check.wait");
    private static final Problem CLOSED = Problem.of("total", "giving.check.closed");

    private final GiveCookie drafts;
    private final GivePages pages;
    private final OpenCauses open;
    private final Gatekeeper gate;
    private final Giving giving;

    GiveCheckController(
            GiveCookie drafts, GivePages pages, OpenCauses open, Gatekeeper gate, Giving giving) {
        this.gate = gate;
        this.drafts = drafts;
        this.pages = pages;
        this.open = open;
        this.giving = giving;
    }

    /** A form whose answers are good. */
    private record Complete(Draft draft, GiveAnswers.Good answers) {}

    @GetMapping("/give/check")
    Mono<Rendering> show(ServerWebExchange exchange, Language language) {
        return withComplete(
                exchange,
                language,
                complete ->
                        pages.check(exchange, language, complete.answers(), Form.filled(Map.of())));
    }

    @PostMapping("/gifts")
    Mono<Rendering> give(ServerWebExchange exchange, Language language) {
        return withComplete(
                exchange,
                language,
                complete ->
                        exchange.getFormData()
                                .map(form -> wish(complete, form, language))
                                .flatMap(wish -> pass(exchange, language, complete, wish)));
    }

    private Mono<Rendering> pass(
            ServerWebExchange exchange, Language language, Complete complete, GiveWish wish) {
        return knock(exchange, wish)
                .flatMap(
                        verdict ->
                                switch (verdict) {
                                    case PASS -> take(exchange, language, complete, wish);
                                    case PROVE -> Mono.just(Redirects.to(language, "/give/proof"));
                                    case WAIT, HOLDS -> again(exchange, language, complete, WAIT);
                                    case CLOSED -> again(exchange, language, complete, CLOSED);
                                });
    }

    /** Who has not agreed yet goes nowhere, and is not counted. */
    private Mono<Verdict> knock(ServerWebExchange exchange, GiveWish wish) {
        return wish.agreed()
                ? gate.knock(exchange, Gate.GIVE, giving.passage(wish), wish.email(), Map.of())
                : Mono.just(Verdict.PASS);
    }

    private Mono<Rendering> take(
            ServerWebExchange exchange, Language language, Complete complete, GiveWish wish) {
        return giving.give(wish).flatMap(done -> answer(exchange, language, complete, done));
    }

    private Mono<Rendering> withComplete(
            ServerWebExchange exchange,
            Language language,
            Function<Complete, Mono<Rendering>> next) {
        Draft draft = drafts.readOrStart(exchange.getRequest());
        return switch (GiveReader.read(draft.typed(), open.first())) {
            case GiveAnswers.Bad bad -> Mono.just(Redirects.to(language, "/give"));
            case GiveAnswers.Good good -> next.apply(new Complete(draft, good));
        };
    }

    private static GiveWish wish(
            Complete complete, MultiValueMap<String, String> form, Language language) {
        GiveAnswers.Good answers = complete.answers();
        return new GiveWish(
                complete.draft().attempt(),
                answers.frequency(),
                answers.cause(),
                answers.gift(),
                answers.coversFee(),
                answers.name(),
                answers.email(),
                answers.dedication(),
                language,
                Objects.requireNonNullElse(form.getFirst("destination"), ""),
                ShownTotal.of(form),
                "yes".equals(form.getFirst("agreed")));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange, Language language, Complete complete, GiveResult result) {
        return switch (result) {
            case GiveResult.Pledged pledged -> toPayment(language, pledged.pledge());
            case GiveResult.Done done -> Mono.just(toPage(language, done.pledge()));
            case GiveResult.CauseClosed closed -> Mono.just(Redirects.to(language, "/give"));
            case GiveResult.SumChanged changed -> again(exchange, language, complete, SUM_CHANGED);
            case GiveResult.DestinationChanged changed ->
                    again(exchange, language, complete, DESTINATION_CHANGED);
            case GiveResult.NotAgreed missing -> again(exchange, language, complete, NOT_AGREED);
        };
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange, Language language, Complete complete, Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Form form = new Form(Map.of(), List.of(problem));
        return pages.check(exchange, language, complete.answers(), form);
    }

    /** Where Stripe does not answer in time, the gift's page goes on trying. */
    private Mono<Rendering> toPayment(Language language, Pledge pledge) {
        return giving.pay(pledge).map(opening -> giving.link(pledge).leadOn(opening, language));
    }

    private Rendering toPage(Language language, Pledge pledge) {
        return Redirects.to(language, giving.link(pledge).path());
    }
}
