package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeLink;
import org.lfnkr.zabuton.impact.MoneyTrail;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;

/**
 * The story of one charge, from the payment to the delivery: a plan has many, and each buys
 * something of its own.
 */
@Controller
class ChargeController {

    private final Giving giving;
    private final GiftHistory history;
    private final MoneyTrail trail;
    private final Formats formats;

    ChargeController(Giving giving, GiftHistory history, MoneyTrail trail, Formats formats) {
        this.giving = giving;
        this.history = history;
        this.trail = trail;
        this.formats = formats;
    }

    /** On the giver's own pages, of any gift of theirs. */
    @GetMapping("/{lang:en|ja}/me/giving/charges/{payment}")
    Mono<Rendering> own(Member member, Language language, @PathVariable String payment) {
        return giving.charge(member, new PaymentId(Slice.id(payment)))
                .flatMap(it -> page(it, language, "/" + language.tag() + "/me/giving"))
                .switchIfEmpty(missing());
    }

    /** By the link of a plan, of its own charges. */
    @GetMapping("/{lang:en|ja}/gifts/{reference}/{key}/charges/{payment}")
    Mono<Rendering> byLink(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String reference,
            @PathVariable String key,
            @PathVariable String payment) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PledgeLink link = new PledgeLink(reference, key);
        return giving.open(link)
                .flatMap(pledge -> Mono.justOrEmpty(pledge.plan()))
                .flatMap(plan -> giving.charge(plan, new PaymentId(Slice.id(payment))))
                .flatMap(it -> page(it, language, "/" + language.tag() + link.path()))
                .switchIfEmpty(missing());
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Mono<Rendering> page(Charge charge, Language language, String all) {
        return Mono.zip(
                        history.of(Slice.of(List.of(charge))),
                        trail.of(charge.payment().value(), language)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(
                        parts ->
                                Page.of("giving/charge")
                                        .with("line", parts.getT1().items().getFirst())
                                        .with("day", formats.date(charge.chargedAt(), language))
                                        .with("trail", parts.getT2().orElse(null))
                                        .with("all", all)
                                        .rendering());
    }
}
