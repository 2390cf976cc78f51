package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.ProofPages;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.function.Function;

/** Asks a giver to confirm the mail address of the form. */
@Controller
@RequestMapping("/{lang:en|ja}/give/proof")
class GiveProofController {

    private static final ProofPages.Way GIVE = new ProofPages.Way("/give");

    private final GiveCookie drafts;
    private final OpenCauses open;
    private final ProofPages pages;

    GiveProofController(GiveCookie drafts, OpenCauses open, ProofPages pages) {
        this.drafts = drafts;
        this.open = open;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language) {
        return withEmail(exchange, language, email -> Mono.just(pages.ask(exchange, GIVE, email)));
    }

    @PostMapping("/mails")
    Mono<Rendering> send(ServerWebExchange exchange, Language language) {
        return withEmail(exchange, language, email -> pages.send(exchange, language, GIVE, email));
    }

    @PostMapping
    Mono<Rendering> confirm(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange, language, email -> pages.confirm(exchange, language, GIVE, email));
    }

    /** Who has nothing typed yet begins with the form. */
    private Mono<Rendering> withEmail(
            ServerWebExchange exchange,
            Language language,
            Function<EmailAddress, Mono<Rendering>> next) {
        GiveDraft draft = drafts.readOrStart(exchange.getRequest());
        return GiveReader.read(draft.typed(), open.first()) instanceof GiveAnswers.Good good
                ? next.apply(good.email())
                : Mono.just(Redirects.to(language, "/give"));
    }
}
