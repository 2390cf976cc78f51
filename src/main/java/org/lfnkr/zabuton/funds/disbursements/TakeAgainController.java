package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Where finance says that the bank has not paid less after all. */
@Controller
@Needs(Right.PLAN_SPENDING)
@RequestMapping("/{lang:en|ja}" + Disbursement.PATH + "/{id}/returns/{no}/reversals")
class TakeAgainController {

    private final TakingAgain taking;
    private final DisbursementPages pages;

    TakeAgainController(TakingAgain taking, DisbursementPages pages) {
        this.taking = taking;
        this.pages = pages;
    }

    @PostMapping
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            @PathVariable int no,
            Principal staff) {
        return Mono.zip(pages.returned(id, no), exchange.getFormData())
                .flatMap(
                        both ->
                                Mono.justOrEmpty(both.getT2().getFirst("why"))
                                        .flatMap(code -> Mono.justOrEmpty(UndoneWhy.of(code)))
                                        .flatMap(why -> take(both.getT1(), why, staff))
                                        .flatMap(
                                                done ->
                                                        told(
                                                                exchange,
                                                                language,
                                                                both.getT1(),
                                                                done))
                                        .switchIfEmpty(
                                                Mono.defer(
                                                        () ->
                                                                again(
                                                                        exchange,
                                                                        language,
                                                                        both.getT1(),
                                                                        unreasoned(no)))));
    }

    private Mono<TakingAgain.Result> take(
            DisbursementPages.Returned it, UndoneWhy why, Principal staff) {
        return taking.take(it.of().id(), it.back().no(), why, staff.getName());
    }

    private Mono<Rendering> told(
            ServerWebExchange exchange,
            Language language,
            DisbursementPages.Returned it,
            TakingAgain.Result result) {
        return switch (result) {
            case TakingAgain.Result.Done done -> Mono.just(told(exchange, language, it, "undone"));
            case TakingAgain.Result.Changed changed ->
                    Mono.just(told(exchange, language, it, "over"));
            case TakingAgain.Result.TooLittle little ->
                    again(
                            exchange,
                            language,
                            it,
                            Problem.of(
                                    "why-" + it.back().no(),
                                    "disbursements.again.too-little",
                                    little.has().inFigures()));
        };
    }

    private static Rendering told(
            ServerWebExchange exchange,
            Language language,
            DisbursementPages.Returned it,
            String what) {
        return Told.on(
                exchange,
                DisbursementPages.path(language, it.of().id()),
                "disbursements.told." + what);
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange,
            Language language,
            DisbursementPages.Returned it,
            Problem problem) {
        return pages.again(exchange, it.of().id(), language, problem);
    }

    private static Problem unreasoned(int no) {
        return Problem.of("why-" + no, "disbursements.back.why.missing");
    }
}
