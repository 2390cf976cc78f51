package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks somebody to confirm their mail address by a mailed code, while somebody tests stolen cards.
 * Buying and giving lead here; what was typed is kept, and the check page comes again afterwards.
 */
@Component
public class ProofPages {

    private static final String CODE = "code";

    private final EmailProof proof;

    ProofPages(EmailProof proof) {
        this.proof = proof;
    }

    /**
     * The form that somebody comes from, behind the language: {@code /give} has its code page at
     * {@code /give/proof} and its check page at {@code /give/check}.
     *
     * @param lead key of the message that says why
     */
    public record Way(String form, String lead) {

        String proof() {
            return form + "/proof";
        }

        String check() {
            return form + "/check";
        }
    }

    /** The page as its address says it: to have a code sent, or to type the one that was sent. */
    public Rendering ask(ServerWebExchange exchange, Way way, EmailAddress email) {
        return page(way, email, Flags.has(exchange, "sent"), Form.filled(Map.of()));
    }

    public Mono<Rendering> send(
            ServerWebExchange exchange, Language language, Way way, EmailAddress email) {
        return proof.start(exchange, email, language)
                .map(
                        started ->
                                started
                                        ? Redirects.to(language, way.proof() + "?sent")
                                        : tooMany(exchange, way, email));
    }

    public Mono<Rendering> confirm(
            ServerWebExchange exchange, Language language, Way way, EmailAddress email) {
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst(CODE), ""))
                .flatMap(typed -> confirm(exchange, language, way, email, typed));
    }

    private Mono<Rendering> confirm(
            ServerWebExchange exchange,
            Language language,
            Way way,
            EmailAddress email,
            String typed) {
        return proof.confirm(exchange, TypedNumber.codeDigits(typed))
                .map(
                        confirmed ->
                                confirmed
                                        ? Redirects.to(language, way.check())
                                        : wrong(exchange, way, email, typed));
    }

    private static Rendering wrong(
            ServerWebExchange exchange, Way way, EmailAddress email, String typed) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem wrong = Problem.of(CODE, "supporters.proof.wrong");
        return page(way, email, true, new Form(Map.of(CODE, typed), List.of(wrong)));
    }

    private static Rendering tooMany(ServerWebExchange exchange, Way way, EmailAddress email) {
        exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        Problem tooMany = Problem.of(CODE, "supporters.proof.too-many");
        return page(way, email, true, new Form(Map.of(), List.of(tooMany)));
    }

    private static Rendering page(Way way, EmailAddress email, boolean sent, Form form) {
        return Page.of("supporters/proof")
                .with("way", way.form())
                .with("lead", way.lead())
                .with("email", email.value())
                .with("sent", sent)
                .with("form", form)
                .rendering();
    }
}
