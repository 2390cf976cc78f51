package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** One disbursement: where it stands, and what is to be done next. */
@Controller
@Needs(Right.SEE_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}")
class DisbursementController {

    private final DisbursementPages pages;
    private final Requesting asking;

    DisbursementController(DisbursementPages pages, Requesting asking) {
        this.pages = pages;
        this.asking = asking;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, @PathVariable String id) {
        String told = Told.take(exchange, DisbursementPages.TOLD);
        return pages.find(id).flatMap(it -> pages.show(exchange, it.id(), language, told));
    }

    /** Asks a second person. */
    @Needs(Right.PLAN_SPENDING)
    @PostMapping("/requests")
    Mono<Rendering> ask(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            Principal staff) {
        return pages.find(id)
                .flatMap(
                        it ->
                                asking.ask(it.id(), staff.getName())
                                        .flatMap(
                                                result ->
                                                        asked(
                                                                exchange, language, it.id(),
                                                                result)));
    }

    private Mono<Rendering> asked(
            ServerWebExchange exchange, Language language, DisbursementId id, AskResult result) {
        return switch (result) {
            case AskResult.Asked asked -> Mono.just(told(exchange, language, id, "asked"));
            case AskResult.Over over -> Mono.just(told(exchange, language, id, "over"));
            case AskResult.TooLittle little ->
                    pages.tooLittle(exchange, id, language, little.preview());
        };
    }

    private static Rendering told(
            ServerWebExchange exchange, Language language, DisbursementId id, String what) {
        return Told.on(
                exchange, DisbursementPages.path(language, id), "disbursements.told." + what);
    }
}
