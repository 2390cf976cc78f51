package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
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
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where pieces go into the box of a bazaar, and come out of it onto the shelf. */
@Controller
@Needs(Right.SELL_AT_COUNTER)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}")
class BoxController {

    private static final String TAKING = "counter/taking";
    private static final String RETURN = "counter/return";

    private final CounterPages pages;
    private final Box box;

    BoxController(CounterPages pages, Box box) {
        this.pages = pages;
        this.box = box;
    }

    @GetMapping("/takings")
    Mono<Rendering> showShelf(ServerWebExchange exchange, @PathVariable String bazaar) {
        return pages.bazaar(bazaar)
                .flatMap(
                        it ->
                                box.shelf()
                                        .map(pieces -> new BoxForm(pieces, Map.of()))
                                        .map(form -> page(exchange, TAKING, it, form)));
    }

    @PostMapping("/takings")
    Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return sent(exchange, bazaar, it -> box.shelf())
                .flatMap(
                        sent ->
                                sent.noted(
                                        exchange,
                                        language,
                                        TAKING,
                                        (it, form) ->
                                                box.takeAlong(
                                                        it,
                                                        form.lines(),
                                                        CounterPages.form(form.typed()),
                                                        staff.getName())));
    }

    @GetMapping("/returns")
    Mono<Rendering> showBox(ServerWebExchange exchange, @PathVariable String bazaar) {
        return pages.bazaar(bazaar)
                .flatMap(
                        it ->
                                box.pieces(it)
                                        .map(BoxForm::whole)
                                        .map(form -> page(exchange, RETURN, it, form)));
    }

    @PostMapping("/returns")
    Mono<Rendering> bringBack(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return sent(exchange, bazaar, box::pieces)
                .flatMap(
                        sent ->
                                sent.noted(
                                        exchange,
                                        language,
                                        RETURN,
                                        (it, form) ->
                                                box.bringBack(
                                                        it,
                                                        form.lines(),
                                                        CounterPages.form(form.typed()),
                                                        staff.getName())));
    }

    private Mono<Sent> sent(
            ServerWebExchange exchange,
            String bazaar,
            Function<Bazaar, Mono<List<BoxPiece>>> pieces) {
        return Mono.zip(pages.bazaar(bazaar), CounterPages.typed(exchange))
                .flatMap(
                        both ->
                                pieces.apply(both.getT1())
                                        .map(some -> new BoxForm(some, both.getT2()))
                                        .map(form -> new Sent(both.getT1(), form)));
    }

    private static Rendering page(
            ServerWebExchange exchange, String template, Bazaar bazaar, BoxForm form) {
        return CounterPages.page(exchange, template, bazaar)
                .with("pieces", form.pieces())
                .with("form", CounterPages.form(form.typed(), List.of()))
                .rendering();
    }

    /** A form that was sent. */
    private record Sent(Bazaar bazaar, BoxForm form) {

        Mono<Rendering> noted(
                ServerWebExchange exchange,
                Language language,
                String template,
                BiFunction<Bazaar, BoxForm, Mono<Noting>> act) {
            List<Problem> problems = form.problems();
            return problems.isEmpty() && !form.lines().isEmpty()
                    ? act.apply(bazaar, form)
                            .map(noting -> answer(exchange, language, template, noting))
                    : Mono.fromSupplier(() -> again(exchange, template, problems));
        }

        private Rendering answer(
                ServerWebExchange exchange, Language language, String template, Noting noting) {
            return switch (noting) {
                case Noting.TooMany few -> again(exchange, template, List.of(BoxForm.tooMany(few)));
                case Noting.NotNow late -> again(exchange, template, List.of(form.notNow(late)));
                default -> CounterPages.led(exchange, language, bazaar, noting);
            };
        }

        private Rendering again(
                ServerWebExchange exchange, String template, List<Problem> problems) {
            return CounterPages.again(exchange, template, bazaar)
                    .with("pieces", form.pieces())
                    .with("form", CounterPages.form(form.typed(), problems))
                    .rendering();
        }
    }
}
