package org.lfnkr.zabuton.giving.pledges.page;

import org.lfnkr.zabuton.checkout.LivePageController;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeLink;
import org.lfnkr.zabuton.giving.pledges.form.GiveCookie;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page of a gift. It asks Stripe itself while the gift is open, so it is right whether or not
 * the webhook has come.
 */
@Controller
@RequestMapping("/{lang:en|ja}/gifts/{reference}/{key}")
class GiftPageController extends LivePageController<PledgeLink, Pledge> {

    private final Giving giving;
    private final GiftPages pages;
    private final GiveCookie drafts;

    GiftPageController(Giving giving, GiftPages pages, GiveCookie drafts) {
        this.giving = giving;
        this.pages = pages;
        this.drafts = drafts;
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
    protected Mono<Rendering> page(
            ServerWebExchange exchange, Language language, Pledge pledge, boolean unreached) {
        boolean moves = pledge.status().isOpen() || pledge.plan() != null;
        return (moves ? giving.refresh(pledge) : Mono.just(pledge))
                .doOnNext(now -> forget(exchange, now))
                .flatMap(now -> pages.of(exchange, now, language, unreached));
    }

    /** What was typed is kept until the gift needs nothing more, and only where it was typed. */
    private void forget(ServerWebExchange exchange, Pledge pledge) {
        drafts.read(exchange.getRequest())
                .filter(draft -> draft.attempt().equals(pledge.attempt()))
                .filter(draft -> !pledge.status().isOpen())
                .ifPresent(draft -> drafts.clear(exchange.getResponse()));
    }

    @Override
    protected Flux<ServerSentEvent<String>> changes(PledgeLink link, String seen) {
        return pages.changes(link, seen);
    }
}
