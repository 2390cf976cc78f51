package org.lfnkr.zabuton.giving.web;

import org.lfnkr.zabuton.giving.ChargeDay;
import org.lfnkr.zabuton.giving.GiftPlanView;
import org.lfnkr.zabuton.giving.GiftPlans;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.WishResult;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** Changes a giver's own plan: how much, how often, on which day, and for how long not. */
@Controller
@RequestMapping("/{lang:en|ja}/me/giving/{reference}")
class PlanWishController {

    private static final int LONGEST_PAUSE = 12;

    private final GiftPlans plans;
    private final PlanPages pages;

    PlanWishController(GiftPlans plans, PlanPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @PostMapping("/terms")
    Mono<Rendering> terms(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference) {
        return found(member, reference)
                .zipWith(exchange.getFormData().map(MultiValueMap::toSingleValueMap))
                .flatMap(
                        both ->
                                terms(
                                        exchange,
                                        both.getT1(),
                                        TermsForm.typed(both.getT2()),
                                        language));
    }

    private Mono<Rendering> terms(
            ServerWebExchange exchange,
            GiftPlanView plan,
            Map<String, String> typed,
            Language language) {
        return switch (AmountReader.read(typed)) {
            case AmountReader.Read.Amount amount ->
                    plans.change(plan, TermsForm.frequency(typed), amount.gift())
                            .map(result -> back(result, plan, language));
            case AmountReader.Read.Unclear unclear -> {
                exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                Problem problem =
                        new Problem(
                                TermsForm.SUM,
                                unclear.problem().key(),
                                unclear.problem().arguments());
                yield pages.own(
                        plan,
                        language,
                        here(plan, language),
                        new Form(typed, List.of(problem)),
                        "");
            }
        };
    }

    @PostMapping("/days")
    Mono<Rendering> day(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference) {
        return found(member, reference)
                .zipWith(number(exchange, "day"))
                .filter(both -> isOffered(both.getT2(), both.getT1()))
                .flatMap(
                        both ->
                                plans.moveDay(both.getT1(), both.getT2(), pages.today())
                                        .map(result -> back(result, both.getT1(), language)))
                .switchIfEmpty(unknown());
    }

    private static boolean isOffered(int day, GiftPlanView plan) {
        return ChargeDay.isOffered(day, plan.pledge().frequency());
    }

    /** Also while it is paused, which sets another end of the pause. */
    @PostMapping("/pauses")
    Mono<Rendering> pause(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference) {
        return found(member, reference)
                .zipWith(number(exchange, "charges"))
                .filter(both -> both.getT2() >= 1 && both.getT2() <= LONGEST_PAUSE)
                .flatMap(
                        both ->
                                plans.pause(both.getT1(), both.getT2())
                                        .map(result -> back(result, both.getT1(), language)))
                .switchIfEmpty(unknown());
    }

    @PostMapping("/resumptions")
    Mono<Rendering> resume(Member member, Language language, @PathVariable String reference) {
        return found(member, reference)
                .flatMap(plan -> plans.resume(plan).map(result -> back(result, plan, language)));
    }

    /** 0 for anything that is no count. */
    private static Mono<Integer> number(ServerWebExchange exchange, String field) {
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault(field, ""))
                .map(typed -> TypedNumber.count(typed).orElse(0));
    }

    private Mono<GiftPlanView> found(Member member, String reference) {
        return plans.find(member, reference).switchIfEmpty(unknown());
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Rendering back(WishResult result, GiftPlanView plan, Language language) {
        return Redirects.to(here(plan, language) + WishNotice.query(result));
    }

    private static String here(GiftPlanView plan, Language language) {
        return "/" + language.tag() + "/me/giving/" + plan.plan().reference();
    }
}
