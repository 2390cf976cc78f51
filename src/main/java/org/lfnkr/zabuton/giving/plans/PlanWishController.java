package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/**
 * Changes a giver's own plan: how much, how often, on which day, for how long not, and not to end
 * after all. What a change would change is shown first, from and to; only what was shown is made.
 */
@Controller
@RequestMapping("/{lang:en|ja}/me/giving/{reference}")
class PlanWishController {

    private static final String WHAT = "/{what:terms|days|pauses|resumptions|undoings}";

    private static final String SEEN = "seen";
    private static final String SURE = "sure";
    private static final Problem MOVED = Problem.of(SEEN, "giving.change.moved");
    private static final Problem NOT_SURE = Problem.of(SURE, "giving.change.sure.missing");

    private final GiftPlans plans;
    private final PlanPages pages;

    PlanWishController(GiftPlans plans, PlanPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    /** A change that somebody asks about or wishes. */
    private record Wish(
            GiftPlanView plan,
            Language language,
            String what,
            PlanChangeForm.Understood change,
            PlanPreview preview) {

        String here() {
            return PlanWishController.here(plan, language);
        }
    }

    @GetMapping(WHAT)
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference,
            @PathVariable String what) {
        Map<String, String> form = exchange.getRequest().getQueryParams().toSingleValueMap();
        return found(member, reference)
                .flatMap(
                        plan ->
                                switch (read(what, form, plan)) {
                                    case PlanChangeForm.Understood change ->
                                            Mono.just(
                                                    show(
                                                            exchange,
                                                            wish(plan, language, what, change)));
                                    case PlanChangeForm.Unclear unclear ->
                                            again(exchange, plan, language, unclear);
                                    case PlanChangeForm.Unknown unknown ->
                                            Mono.just(Redirects.to(here(plan, language)));
                                });
    }

    private Rendering show(ServerWebExchange exchange, Wish wish) {
        return wish.preview().isChange()
                ? page(wish, null)
                : WishNotice.on(exchange, wish.here(), WishNotice.UNCHANGED);
    }

    @PostMapping(WHAT)
    Mono<Rendering> make(
            ServerWebExchange exchange,
            Member member,
            Language language,
            @PathVariable String reference,
            @PathVariable String what) {
        return found(member, reference)
                .zipWith(exchange.getFormData().map(MultiValueMap::toSingleValueMap))
                .flatMap(both -> make(exchange, both.getT1(), language, what, both.getT2()));
    }

    private Mono<Rendering> make(
            ServerWebExchange exchange,
            GiftPlanView plan,
            Language language,
            String what,
            Map<String, String> form) {
        return switch (read(what, form, plan)) {
            case PlanChangeForm.Understood change ->
                    make(exchange, wish(plan, language, what, change), form);
            case PlanChangeForm.Unclear unclear -> again(exchange, plan, language, unclear);
            case PlanChangeForm.Unknown unknown -> Mono.just(Redirects.to(here(plan, language)));
        };
    }

    private Mono<Rendering> make(ServerWebExchange exchange, Wish wish, Map<String, String> form) {
        if (!wish.preview().isChange()) {
            return Mono.just(show(exchange, wish));
        }
        if (!wish.preview().seen().equals(form.get(SEEN))) {
            return Mono.just(refuse(exchange, wish, MOVED));
        }
        if (wish.preview().isSteep() && !"yes".equals(form.get(SURE))) {
            return Mono.just(refuse(exchange, wish, NOT_SURE));
        }
        return plans.change(wish.plan(), wish.change().change())
                .map(result -> WishNotice.on(exchange, wish.here(), result));
    }

    private Rendering refuse(ServerWebExchange exchange, Wish wish, Problem problem) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(wish, problem);
    }

    private Rendering page(Wish wish, @Nullable Problem problem) {
        return PlanChangePages.change(
                wish.plan(),
                wish.preview(),
                wish.here(),
                wish.what(),
                wish.change().answers(),
                problem);
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            GiftPlanView plan,
            Language language,
            PlanChangeForm.Unclear unclear) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Form form = new Form(unclear.typed(), List.of(unclear.problem()));
        return pages.own(plan, PlanPages.Place.of(language, here(plan, language)), form, null);
    }

    private Wish wish(
            GiftPlanView plan, Language language, String what, PlanChangeForm.Understood change) {
        return new Wish(plan, language, what, change, plans.preview(plan, change.change()));
    }

    private static PlanChangeForm read(String what, Map<String, String> form, GiftPlanView plan) {
        return PlanChangeForm.read(what, form, plan.pledge().frequency());
    }

    private Mono<GiftPlanView> found(Member member, String reference) {
        return plans.find(member, reference)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String here(GiftPlanView plan, Language language) {
        return "/" + language.tag() + "/me/giving/" + plan.plan().reference();
    }
}
