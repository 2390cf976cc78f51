package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.shipping.PostalCodes;
import org.lfnkr.zabuton.supporters.proofs.ProofPages;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.Function;

/** Asks a buyer to confirm the mail address of the checkout. */
@Controller
@RequestMapping("/{lang:en|ja}/checkout/proof")
class CheckoutProofController {

    private static final ProofPages.Way CHECKOUT = new ProofPages.Way("/checkout");

    private final CheckoutCookie drafts;
    private final ProofPages pages;
    private final PostalCodes postalCodes;

    CheckoutProofController(CheckoutCookie drafts, ProofPages pages, PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange, language, email -> Mono.just(pages.ask(exchange, CHECKOUT, email)));
    }

    @PostMapping("/mails")
    Mono<Rendering> send(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange, language, email -> pages.send(exchange, language, CHECKOUT, email));
    }

    @PostMapping
    Mono<Rendering> confirm(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange, language, email -> pages.confirm(exchange, language, CHECKOUT, email));
    }

    /** Who has nothing typed yet begins with the form. */
    private Mono<Rendering> withEmail(
            ServerWebExchange exchange,
            Language language,
            Function<EmailAddress, Mono<Rendering>> next) {
        Optional<CheckoutDraft> draft = drafts.read(exchange.getRequest());
        return draft.isPresent()
                        && CheckoutReader.read(draft.get().typed(), postalCodes)
                                instanceof CheckoutAnswers.Good good
                ? next.apply(good.email())
                : Mono.just(Redirects.to(language, "/checkout"));
    }
}
