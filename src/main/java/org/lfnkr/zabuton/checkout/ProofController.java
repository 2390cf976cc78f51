package org.lfnkr.zabuton.checkout;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.ProofPages;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.function.Function;

/** Asks somebody to confirm the mail address of a form. */
public abstract class ProofController {

    private final String form;
    private final ProofPages.Way way;
    private final ProofPages pages;

    /**
     * @param form its path behind the language
     */
    protected ProofController(String form, ProofPages pages) {
        this(form, "supporters.proof.lead", pages);
    }

    /**
     * @param form its path behind the language
     * @param lead key of the message that says why
     */
    protected ProofController(String form, String lead, ProofPages pages) {
        this.form = form;
        this.way = new ProofPages.Way(form, lead);
        this.pages = pages;
    }

    /** The address of the draft; empty where its answers are not good yet. */
    protected abstract Optional<EmailAddress> email(ServerHttpRequest request);

    @GetMapping
    public Mono<Rendering> ask(ServerWebExchange exchange, Language language) {
        return withEmail(exchange, language, email -> Mono.just(pages.ask(exchange, way, email)));
    }

    @PostMapping("/mails")
    public Mono<Rendering> send(ServerWebExchange exchange, Language language) {
        return withEmail(exchange, language, email -> pages.send(exchange, language, way, email));
    }

    @PostMapping
    public Mono<Rendering> confirm(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange, language, email -> pages.confirm(exchange, language, way, email));
    }

    /** Who has nothing typed yet begins with the form. */
    private Mono<Rendering> withEmail(
            ServerWebExchange exchange,
            Language language,
            Function<EmailAddress, Mono<Rendering>> next) {
        return email(exchange.getRequest())
                .map(next)
                .orElseGet(() -> Mono.just(Redirects.to(language, form)));
    }
}
