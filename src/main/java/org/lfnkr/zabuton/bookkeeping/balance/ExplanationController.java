package org.lfnkr.zabuton.bookkeeping.balance;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.balance.BalanceLine;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** Where finance says what a line of an unknown kind is. */
@Controller
@Needs(Right.EXPLAIN_LINES)
@RequestMapping("/{lang:en|ja}" + BalanceController.PATH + "/{line}/explanations")
class ExplanationController {

    static final String SAID = "bookkeeping.explain.told";

    private final LineExplanations explanations;

    ExplanationController(LineExplanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping
    Mono<Rendering> show(@PathVariable String line) {
        return unknown(line).map(found -> page(found, ExplanationForm.fresh(), List.of()));
    }

    private Mono<BalanceLine> unknown(String line) {
        return explanations
                .unknown(line)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(BalanceLine line, ExplanationForm form, List<Problem> problems) {
        return Page.of("bookkeeping/explanation")
                .with("line", line)
                .with("kinds", ExplanationForm.KINDS)
                .with("form", form.shown(problems))
                .rendering();
    }

    @PostMapping
    Mono<Rendering> explain(
            ServerWebExchange exchange,
            Language language,
            @AuthenticationPrincipal Colleague staff,
            @PathVariable String line,
            ExplanationForm form) {
        List<Problem> problems = form.problems();
        return unknown(line)
                .flatMap(
                        found ->
                                problems.isEmpty()
                                        ? explain(found, form, staff).then(told(exchange, language))
                                        : Mono.fromSupplier(
                                                () -> again(exchange, found, form, problems)));
    }

    private Mono<Boolean> explain(BalanceLine line, ExplanationForm form, Colleague staff) {
        return explanations.explain(
                line, form.chosen().orElseThrow(), form.reason(), staff.account().toString());
    }

    private static Mono<Rendering> told(ServerWebExchange exchange, Language language) {
        String path = "/" + language.tag() + BalanceController.PATH;
        return Mono.fromSupplier(() -> Told.on(exchange, path, SAID));
    }

    private static Rendering again(
            ServerWebExchange exchange,
            BalanceLine line,
            ExplanationForm form,
            List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(line, form, problems);
    }
}
