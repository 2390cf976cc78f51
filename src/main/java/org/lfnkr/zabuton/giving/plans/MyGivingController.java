package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.thanks.PublicNames;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** A giver's own part: what they give, and what became of it. */
@Controller
@RequestMapping("/{lang:en|ja}/me/giving")
class MyGivingController {

    private final Giving giving;
    private final GiftPlans plans;
    private final PlanCards cards;
    private final GiftHistory history;
    private final PublicNames names;
    private final PlanPages pages;

    MyGivingController(
            Giving giving,
            GiftPlans plans,
            PlanCards cards,
            GiftHistory history,
            PublicNames names,
            PlanPages pages) {
        this.giving = giving;
        this.plans = plans;
        this.cards = cards;
        this.history = history;
        this.names = names;
        this.pages = pages;
    }

    /**
     * @param before the payment that stood last on the page before; empty for the latest
     */
    @GetMapping
    Mono<Rendering> all(Member member, @RequestParam(defaultValue = "") String before) {
        return Mono.zip(
                        plans.of(member).collectList(),
                        giving.charges(member, Slice.id(before)).flatMap(history::of),
                        names.of(member).collectList())
                .map(
                        parts ->
                                Page.of("giving/my-giving")
                                        .with("plans", parts.getT1())
                                        .with("history", parts.getT2())
                                        .with("latest", before.isEmpty())
                                        .with("names", parts.getT3())
                                        .rendering());
    }

    /**
     * @param before the payment that stood last on the page before; empty for the latest
     * @param until how many steps there were before those shown later; empty for the latest
     */
    @GetMapping("/{reference}")
    Mono<Rendering> plan(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String until) {
        return found(member, reference)
                .flatMap(
                        plan ->
                                pages.own(
                                        plan,
                                        new PlanPages.Place(
                                                language, here(language, reference), before, until),
                                        TermsForm.of(plan),
                                        WishNotice.take(exchange, plan.payments().wishPending())));
    }

    /** Leads to Stripe's page for another card. */
    @PostMapping("/{reference}/cards")
    Mono<Rendering> card(Member member, Language language, @PathVariable String reference) {
        return found(member, reference)
                .flatMap(cards::card)
                .map(opening -> lead(opening, language, reference));
    }

    /** Leads to the page where a failed charge is paid. */
    @PostMapping("/{reference}/repairs")
    Mono<Rendering> repair(Member member, Language language, @PathVariable String reference) {
        return found(member, reference)
                .flatMap(cards::repair)
                .map(opening -> lead(opening, language, reference));
    }

    private static Rendering lead(Opening opening, Language language, String reference) {
        return opening instanceof Opening.Open page
                ? Redirects.to(page.url().toString())
                : Redirects.to(here(language, reference));
    }

    @GetMapping("/{reference}/stop")
    Mono<Rendering> ask(Member member, Language language, @PathVariable String reference) {
        return found(member, reference)
                .map(plan -> PlanChangePages.stop(plan, here(language, reference)));
    }

    @PostMapping("/{reference}/stops")
    Mono<Rendering> stop(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference) {
        return found(member, reference)
                .zipWith(exchange.getFormData())
                .flatMap(both -> plans.stop(both.getT1(), StopForm.reason(both.getT2())))
                .map(result -> WishNotice.on(exchange, here(language, reference), result));
    }

    private Mono<GiftPlanView> found(Member member, String reference) {
        return plans.find(member, reference)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String here(Language language, String reference) {
        return "/" + language.tag() + "/me/giving/" + reference;
    }
}
