package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.bookkeeping.spending.Ripe;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.UndoneWhy;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Formats;
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
    private final ReturnedPages pages;
    private final Formats formats;

    TakeAgainController(TakingAgain taking, ReturnedPages pages, Formats formats) {
        this.taking = taking;
        this.pages = pages;
        this.formats = formats;
    }

    @PostMapping
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String id,
            @PathVariable int no,
            Principal staff) {
        return pages.reasoned(
                exchange,
                language,
                id,
                no,
                UndoneWhy::of,
                (it, why) ->
                        taking.take(it.of().id(), no, why, staff.getName())
                                .flatMap(result -> answer(exchange, language, it, result)));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            ReturnedPages.Returned it,
            TakingAgain.Result result) {
        return switch (result) {
            case TakingAgain.Result.Done done ->
                    Mono.just(ReturnedPages.told(exchange, language, it, "undone"));
            case TakingAgain.Result.Changed changed ->
                    Mono.just(ReturnedPages.told(exchange, language, it, "over"));
            case TakingAgain.Result.TooLittle little -> tooLittle(exchange, language, it, little);
        };
    }

    private Mono<Rendering> tooLittle(
            ServerWebExchange exchange,
            Language language,
            ReturnedPages.Returned it,
            TakingAgain.Result.TooLittle little) {
        String key = "disbursements.again.too-little";
        String has = little.has().inFigures();
        Ripe ripe = little.ripe();
        return ripe == null
                ? pages.again(exchange, language, it, key, has)
                : pages.again(
                        exchange,
                        language,
                        it,
                        key + ".young",
                        has,
                        ripe.yen().inFigures(),
                        formats.date(ripe.from()));
    }
}
