package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeLink;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.plans.WishResult;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Map;

/**
 * What can be done with a plan by its link alone, without signing in: what a mail may ask for, and
 * stopping, which nothing should stand in the way of.
 */
@Controller
@RequestMapping("/{lang:en|ja}/gifts/{reference}/{key}")
class PlanLinkController {

    private final Giving giving;
    private final GiftPlans plans;
    private final PlanCards cards;

    PlanLinkController(Giving giving, GiftPlans plans, PlanCards cards) {
        this.giving = giving;
        this.plans = plans;
        this.cards = cards;
    }

    /** Leads to the page where a failed charge is paid, or another card is left. */
    @PostMapping("/repairs")
    Mono<Rendering> repair(
            Language language, @PathVariable String reference, @PathVariable String key) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .flatMap(cards::repair)
                .map(
                        opening ->
                                opening instanceof Opening.Open page
                                        ? Redirects.to(page.url().toString())
                                        : Redirects.to(language, link.path()));
    }

    @GetMapping("/stop")
    Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .map(plan -> PlanChangePages.stop(plan, "/" + language.tag() + link.path()));
    }

    @PostMapping("/stops")
    Mono<Rendering> stop(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .zipWith(exchange.getFormData())
                .flatMap(both -> plans.stop(both.getT1(), StopForm.reason(both.getT2())))
                .map(result -> told(exchange, language, link, result));
    }

    @GetMapping("/undoings")
    Mono<Rendering> askUndo(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PledgeLink link = new PledgeLink(reference, key);
        return found(link).map(plan -> undo(plan, language, link));
    }

    private Rendering undo(GiftPlanView plan, Language language, PledgeLink link) {
        PlanPreview preview = plans.preview(plan, new PlanChange.UndoStop());
        String here = "/" + language.tag() + link.path();
        return preview.isChange()
                ? PlanChangePages.change(plan, preview, here, "undoings", Map.of(), null)
                : Redirects.to(here);
    }

    @PostMapping("/undoings")
    Mono<Rendering> undo(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .flatMap(plans::undoStop)
                .map(result -> told(exchange, language, link, result));
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, PledgeLink link, WishResult result) {
        return WishNotice.on(exchange, "/" + language.tag() + link.path(), result);
    }

    private Mono<GiftPlanView> found(PledgeLink link) {
        return giving.open(link)
                .flatMap(plans::of)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
