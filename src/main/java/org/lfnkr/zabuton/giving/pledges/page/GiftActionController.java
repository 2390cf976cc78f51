package org.lfnkr.zabuton.giving.pledges.page;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.UnpaidController;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeLink;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** What can be done from the page of a gift. */
@Controller
@RequestMapping("/{lang:en|ja}/gifts/{reference}/{key}")
class GiftActionController extends UnpaidController<PledgeLink, Pledge> {

    private final Giving giving;

    GiftActionController(Giving giving) {
        this.giving = giving;
    }

    @Override
    protected PledgeLink link(String reference, String key) {
        return new PledgeLink(reference, key);
    }

    @Override
    protected Mono<Pledge> open(PledgeLink link) {
        return giving.open(link);
    }

    @Override
    protected Mono<Opening> pay(Pledge pledge) {
        return giving.pay(pledge);
    }

    @Override
    protected Mono<Pledge> cancel(Pledge pledge) {
        return giving.cancel(pledge);
    }

    @Override
    protected boolean isOpen(Pledge pledge) {
        return pledge.status().isOpen();
    }

    @Override
    protected Page question(Pledge pledge) {
        return Page.of("giving/cancel").with("pledge", pledge);
    }

    /** What was typed for a gift that was given up on Stripe's page is still there. */
    @Override
    protected @Nullable String next(Pledge before, Pledge after) {
        return before.status() != PledgeStatus.AWAITING_KONBINI
                        && after.status() == PledgeStatus.ENDED
                ? "/give"
                : null;
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
}
