package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
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

import java.util.List;
import java.util.Map;

/** Where a giver says what their own plan is for from now on; first it is said what that means. */
@Controller
@RequestMapping("/{lang:en|ja}/me/giving/{reference}/purposes")
class PlanPurposeController {

    private static final String SEEN = "seen";
    private static final Problem MOVED = Problem.of(SEEN, "giving.change.moved");

    private final GiftPlans plans;
    private final PlanPurposes purposes;
    private final GiftTerms terms;

    PlanPurposeController(GiftPlans plans, PlanPurposes purposes, GiftTerms terms) {
        this.plans = plans;
        this.purposes = purposes;
        this.terms = terms;
    }

    /**
     * @param to the code of what it is to be for
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String to) {
        return found(member, reference).flatMap(plan -> show(exchange, plan, language, to, null));
    }

    /** What can't be chosen any more leads back to what can. */
    private Mono<Rendering> show(
            ServerWebExchange exchange,
            GiftPlanView plan,
            Language language,
            String to,
            @Nullable Problem problem) {
        return purposes.offered(plan, to)
                .filter(it -> plan.changesFrom() != null)
                .flatMap(it -> page(plan, language, it, problem))
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () ->
                                        WishNotice.on(
                                                exchange,
                                                here(plan, language),
                                                WishNotice.UNCHANGED)));
    }

    private Mono<Rendering> page(
            GiftPlanView plan, Language language, Destination to, @Nullable Problem problem) {
        return purposes.story(plan, to)
                .map(
                        story ->
                                Page.of("giving/purpose")
                                        .with("plan", plan)
                                        .with("cause", Cause.of(plan.pledge().fund()).code())
                                        .with("to", to)
                                        .with("story", story.orElse(null))
                                        .with("seen", seen(plan, to))
                                        .with("agreement", to.agreement(terms, language))
                                        .with("here", here(plan, language))
                                        .with(
                                                "form",
                                                new Form(
                                                        Map.of(),
                                                        problem == null
                                                                ? List.of()
                                                                : List.of(problem)))
                                        .rendering());
    }

    /** To show that this and nothing else was on the page. */
    private static String seen(GiftPlanView plan, Destination to) {
        return plan.pledge().id().value() + ":" + plan.changesFrom() + ":" + to.seen();
    }

    @PostMapping
    Mono<Rendering> make(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference) {
        return found(member, reference)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                make(
                                        exchange,
                                        both.getT1(),
                                        language,
                                        both.getT2().toSingleValueMap()));
    }

    private Mono<Rendering> make(
            ServerWebExchange exchange,
            GiftPlanView plan,
            Language language,
            Map<String, String> form) {
        String code = form.getOrDefault("to", "");
        return purposes.offered(plan, code)
                .filter(to -> seen(plan, to).equals(form.get(SEEN)))
                .flatMap(to -> purposes.devote(plan, to))
                .map(result -> WishNotice.on(exchange, here(plan, language), result))
                .switchIfEmpty(Mono.defer(() -> again(exchange, plan, language, code)));
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange, GiftPlanView plan, Language language, String code) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return show(exchange, plan, language, code, MOVED);
    }

    private Mono<GiftPlanView> found(Member member, String reference) {
        return plans.find(member, reference)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String here(GiftPlanView plan, Language language) {
        return "/" + language.tag() + "/me/giving/" + plan.plan().reference();
    }
}
