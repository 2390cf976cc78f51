package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Page;
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

/** What can be done from the page of a gift. */
@Controller
@RequestMapping("/{lang:en|ja}/gifts/{reference}/{key}")
class GiftActionController {

    private final Giving giving;

    GiftActionController(Giving giving) {
        this.giving = giving;
    }

    /** Leads to Stripe's page; once more, where the giver left it. */
    @PostMapping("/payments")
    Mono<Rendering> pay(
            Language language, @PathVariable String reference, @PathVariable String key) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .flatMap(giving::pay)
                .map(
                        opening ->
                                opening instanceof Opening.Open open
                                        ? Redirects.to(open.url().toString())
                                        : Redirects.to(language, link.pathAfter(opening)));
    }

    /** Asks once more before a code that the giver may have written down becomes worthless. */
    @GetMapping("/cancellations")
    Mono<Rendering> askCancel(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .map(
                        pledge ->
                                pledge.status().isOpen()
                                        ? Page.of("giving/cancel")
                                                .with("pledge", pledge)
                                                .with("here", "/" + language.tag() + link.path())
                                                .rendering()
                                        : Redirects.to(language, link.path()));
    }

    /** Gives the gift up; what was typed is still there. */
    @PostMapping("/cancellations")
    Mono<Rendering> cancel(
            Language language, @PathVariable String reference, @PathVariable String key) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .zipWhen(giving::cancel)
                .map(both -> Redirects.to(language, next(both.getT1(), both.getT2(), link)));
    }

    private static String next(Pledge before, Pledge pledge, PledgeLink link) {
        return before.status() != PledgeStatus.AWAITING_KONBINI
                        && pledge.status() == PledgeStatus.ENDED
                ? "/give"
                : link.path();
    }

    /** The answer to "every month?". */
    @PostMapping("/answers")
    Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link)
                .delayUntil(giving::answered)
                .zipWith(exchange.getFormData())
                .map(
                        both ->
                                "yes".equals(both.getT2().getFirst("monthly"))
                                        ? Redirects.to(language, monthly(both.getT1()))
                                        : Redirects.to(language, link.path()));
    }

    private static String monthly(Pledge pledge) {
        return "/give?every=monthly&to="
                + Cause.of(pledge.fund()).code()
                + "&amount="
                + pledge.parts().gift().yen();
    }

    private Mono<Pledge> found(PledgeLink link) {
        return giving.open(link)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
