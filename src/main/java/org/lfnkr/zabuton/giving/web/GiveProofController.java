package org.lfnkr.zabuton.giving.web;

import org.lfnkr.zabuton.giving.OpenCauses;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.EmailProof;
import org.lfnkr.zabuton.web.Flags;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Asks a giver to confirm the mail address by a mailed code, while somebody tests stolen cards at
 * the form. What was typed is kept, and the check page comes again afterwards.
 */
@Controller
@RequestMapping("/{lang:en|ja}/give/proof")
class GiveProofController {

    private static final String CODE = "code";

    private final GiveCookie drafts;
    private final OpenCauses open;
    private final EmailProof proof;

    GiveProofController(GiveCookie drafts, OpenCauses open, EmailProof proof) {
        this.drafts = drafts;
        this.open = open;
        this.proof = proof;
    }

    @GetMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language) {
        boolean sent = Flags.has(exchange, "sent");
        return withEmail(
                exchange, language, email -> Mono.just(page(email, sent, Form.filled(Map.of()))));
    }

    @PostMapping("/mails")
    Mono<Rendering> send(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange,
                language,
                email ->
                        proof.start(exchange, email, language)
                                .map(
                                        started ->
                                                started
                                                        ? Redirects.to(language, "/give/proof?sent")
                                                        : tooMany(exchange, email)));
    }

    @PostMapping
    Mono<Rendering> confirm(ServerWebExchange exchange, Language language) {
        return withEmail(
                exchange,
                language,
                email ->
                        exchange.getFormData()
                                .map(form -> Objects.requireNonNullElse(form.getFirst(CODE), ""))
                                .flatMap(typed -> confirm(exchange, language, email, typed)));
    }

    private Mono<Rendering> confirm(
            ServerWebExchange exchange, Language language, EmailAddress email, String typed) {
        return proof.confirm(exchange, TypedNumber.codeDigits(typed))
                .map(
                        confirmed ->
                                confirmed
                                        ? Redirects.to(language, "/give/check")
                                        : wrong(exchange, email, typed));
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

    private static Rendering wrong(ServerWebExchange exchange, EmailAddress email, String typed) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Problem wrong = Problem.of(CODE, "giving.proof.wrong");
        return page(email, true, new Form(Map.of(CODE, typed), List.of(wrong)));
    }

    private static Rendering tooMany(ServerWebExchange exchange, EmailAddress email) {
        exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        Problem tooMany = Problem.of(CODE, "giving.proof.too-many");
        return page(email, true, new Form(Map.of(), List.of(tooMany)));
    }

    private static Rendering page(EmailAddress email, boolean sent, Form form) {
        return Page.of("giving/proof")
                .with("email", email.value())
                .with("sent", sent)
                .with("form", form)
                .rendering();
    }
}
