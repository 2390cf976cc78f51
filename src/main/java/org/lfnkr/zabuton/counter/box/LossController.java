package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Where somebody says why pieces are neither sold nor back. */
@Controller
@Needs(Right.SELL_AT_COUNTER)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}/losses")
class LossController {

    private final CounterPages pages;
    private final Box box;
    private final Clock clock;

    LossController(CounterPages pages, Box box, Clock clock) {
        this.pages = pages;
        this.box = box;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String bazaar) {
        return pages.bazaar(bazaar)
                .flatMap(
                        it ->
                                box.pieces(it)
                                        .map(pieces -> new LossForm(pieces, Map.of()))
                                        .map(
                                                form ->
                                                        page(
                                                                CounterPages.page(
                                                                        exchange,
                                                                        "counter/loss",
                                                                        it),
                                                                form,
                                                                List.of())));
    }

    @PostMapping
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return Mono.zip(pages.bazaar(bazaar), CounterPages.typed(exchange))
                .flatMap(
                        both ->
                                box.pieces(both.getT1())
                                        .map(pieces -> new LossForm(pieces, both.getT2()))
                                        .flatMap(
                                                form ->
                                                        note(
                                                                exchange,
                                                                language,
                                                                both.getT1(),
                                                                form,
                                                                staff)));
    }

    private Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            LossForm form,
            Principal staff) {
        List<Problem> problems = form.problems();
        return problems.isEmpty()
                ? box.lose(form.loss(bazaar, staff.getName(), clock.instant()))
                        .map(noting -> answer(exchange, language, bazaar, form, noting))
                : Mono.fromSupplier(() -> again(exchange, bazaar, form, problems));
    }

    private static Rendering answer(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            LossForm form,
            Noting noting) {
        return switch (noting) {
            case Noting.TooMany few ->
                    again(exchange, bazaar, form, List.of(few.problem(LossForm.PIECES)));
            case Noting.NotNow late ->
                    again(exchange, bazaar, form, List.of(late.problem(LossForm.PIECES)));
            default -> CounterPages.led(exchange, language, bazaar, noting);
        };
    }

    private static Rendering again(
            ServerWebExchange exchange, Bazaar bazaar, LossForm form, List<Problem> problems) {
        return page(CounterPages.again(exchange, "counter/loss", bazaar), form, problems);
    }

    private static Rendering page(Page page, LossForm form, List<Problem> problems) {
        return page.with("pieces", form.pieces())
                .with("grounds", LossGround.values())
                .with("form", CounterPages.form(form.typed(), problems))
                .rendering();
    }
}
