package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The page of a gift, which is also where Stripe sends the giver back to. It asks Stripe itself
 * while the gift is open, so it is right whether or not the webhook has come.
 */
@Controller
@RequestMapping("/{lang:en|ja}/gifts/{reference}/{key}")
class GiftPageController {

    private final Giving giving;
    private final GiftPages pages;
    private final GiveCookie drafts;

    GiftPageController(Giving giving, GiftPages pages, GiveCookie drafts) {
        this.giving = giving;
        this.pages = pages;
        this.drafts = drafts;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String payment) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return found(new PledgeLink(reference, key))
                .flatMap(
                        pledge ->
                                pledge.status().isOpen() || pledge.plan() != null
                                        ? giving.refresh(pledge)
                                        : Mono.just(pledge))
                .doOnNext(pledge -> forget(exchange, pledge))
                .flatMap(pledge -> pages.of(pledge, language, "unreached".equals(payment)));
    }

    /** What was typed is kept until the gift needs nothing more, and only where it was typed. */
    private void forget(ServerWebExchange exchange, Pledge pledge) {
        drafts.read(exchange.getRequest())
                .filter(draft -> draft.attempt().equals(pledge.attempt()))
                .filter(draft -> !pledge.status().isOpen())
                .ifPresent(draft -> drafts.clear(exchange.getResponse()));
    }

    @GetMapping(value = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<String>> changes(
            @PathVariable String reference,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String seen) {
        PledgeLink link = new PledgeLink(reference, key);
        return found(link).thenMany(pages.changes(link, seen));
    }

    private Mono<Pledge> found(PledgeLink link) {
        return giving.open(link)
                .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
