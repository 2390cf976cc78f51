package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.checkout.Draft;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Gatekeeper;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** Where people ask to be told when a piece is there: an address, its proof, and one button. */
@Controller
@RequestMapping("/{lang:en|ja}/awaited")
class WaitController {

    private static final String HERE = "/awaited";

    private final WaitCookie drafts;
    private final Gatekeeper gate;
    private final Waits waits;
    private final Shelf shelf;

    WaitController(WaitCookie drafts, Gatekeeper gate, Waits waits, Shelf shelf) {
        this.drafts = drafts;
        this.gate = gate;
        this.waits = waits;
        this.shelf = shelf;
    }

    /**
     * @param piece the SKU of what somebody waits for; without it that of the draft
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String piece) {
        WaitForm form =
                piece.isEmpty()
                        ? drafts.read(exchange.getRequest())
                                .map(WaitForm::of)
                                .orElseGet(() -> new WaitForm(Map.of()))
                        : new WaitForm(Map.of(WaitForm.PIECE, piece));
        return page(form, List.of());
    }

    @PostMapping
    Mono<Rendering> ask(ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .map(typed -> new WaitForm(typed.toSingleValueMap()))
                .flatMap(form -> ask(exchange, language, form));
    }

    private Mono<Rendering> ask(ServerWebExchange exchange, Language language, WaitForm form) {
        List<Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
            return page(form, problems);
        }
        return shelf.piece(form.piece()).map(awaited -> kept(exchange, language, form));
    }

    private Rendering kept(ServerWebExchange exchange, Language language, WaitForm form) {
        Draft draft = drafts.readOrStart(exchange.getRequest()).with(form.answers());
        drafts.write(exchange.getResponse(), draft);
        return Redirects.to(language, HERE + "/proof");
    }

    /** Not found where nothing on sale is called so. */
    private Mono<Rendering> page(WaitForm form, List<Problem> problems) {
        return shelf.piece(form.piece())
                .map(
                        awaited ->
                                Page.of("awaited/form")
                                        .with("awaited", awaited)
                                        .with("form", new Form(form.answers(), problems))
                                        .rendering());
    }

    @GetMapping("/check")
    Mono<Rendering> check(ServerWebExchange exchange, Language language) {
        return proved(exchange)
                .flatMap(
                        form ->
                                shelf.piece(form.piece())
                                        .zipWhen(it -> waits.isWaiting(it.variant(), email(form)))
                                        .map(both -> check(form, both.getT1(), both.getT2())))
                .switchIfEmpty(unproved(language));
    }

    private static Rendering check(WaitForm form, Awaited awaited, boolean waiting) {
        return Page.of("awaited/check")
                .with("awaited", awaited)
                .with("email", email(form).value())
                .with("waiting", waiting)
                .rendering();
    }

    @PostMapping("/check")
    Mono<Rendering> wait(ServerWebExchange exchange, Language language) {
        return proved(exchange)
                .flatMap(
                        form ->
                                shelf.piece(form.piece())
                                        .flatMap(
                                                it ->
                                                        waits.add(
                                                                it.variant(),
                                                                email(form),
                                                                language)))
                .map(added -> Redirects.to(language, HERE + (added ? "/done" : "/full")))
                .switchIfEmpty(unproved(language));
    }

    @PostMapping("/endings")
    Mono<Rendering> end(ServerWebExchange exchange, Language language) {
        return proved(exchange)
                .flatMap(
                        form ->
                                shelf.piece(form.piece())
                                        .flatMap(
                                                it ->
                                                        waits.end(
                                                                email(form),
                                                                wait ->
                                                                        wait.variant()
                                                                                .equals(
                                                                                        it
                                                                                                .variant())))
                                        .thenReturn(Redirects.to(language, HERE + "/ended")))
                .switchIfEmpty(unproved(language));
    }

    /**
     * @param end {@code done}, {@code full} or {@code ended}
     */
    @GetMapping("/{end:done|full|ended}")
    Rendering ended(ServerWebExchange exchange, @PathVariable String end) {
        drafts.clear(exchange.getResponse());
        return Page.of("awaited/end").with("end", end).rendering();
    }

    /** What was typed, where its address is proved at this browser. */
    private Mono<WaitForm> proved(ServerWebExchange exchange) {
        return Mono.justOrEmpty(drafts.read(exchange.getRequest()).map(WaitForm::of))
                .filter(form -> form.email().isPresent())
                .filterWhen(form -> gate.isProved(exchange, email(form)));
    }

    private static EmailAddress email(WaitForm form) {
        return form.email().orElseThrow();
    }

    private static Mono<Rendering> unproved(Language language) {
        return Mono.fromSupplier(() -> Redirects.to(language, HERE + "/proof"));
    }
}
