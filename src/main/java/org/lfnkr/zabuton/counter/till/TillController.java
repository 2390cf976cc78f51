package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;

/** Where pieces are tapped and sold, on a phone, without any script. */
@Controller
@Needs(Right.SELL_AT_COUNTER)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}")
class TillController {

    private final CounterPages pages;
    private final TillPages own;
    private final Till till;

    TillController(CounterPages pages, TillPages own, Till till) {
        this.pages = pages;
        this.own = own;
        this.till = till;
    }

    /**
     * @param sale what was tapped so far, see {@link Basket}
     */
    @GetMapping("/till")
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @PathVariable String bazaar,
            @RequestParam(defaultValue = "") String sale) {
        return pages.bazaar(bazaar)
                .flatMap(
                        it ->
                                own.page(
                                        CounterPages.page(exchange, "counter/till", it),
                                        it,
                                        Basket.of(sale),
                                        CounterPages.form(Map.of(), List.of())));
    }

    @PostMapping("/sales")
    Mono<Rendering> sell(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return Mono.zip(pages.bazaar(bazaar), CounterPages.typed(exchange))
                .flatMap(
                        both ->
                                sell(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        new TillForm(both.getT2()),
                                        staff));
    }

    private Mono<Rendering> sell(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            TillForm form,
            Principal staff) {
        return form.tap()
                .map(
                        tap ->
                                till.sell(bazaar, tap, staff.getName())
                                        .flatMap(
                                                it -> answer(exchange, language, bazaar, form, it)))
                .orElseGet(() -> again(exchange, bazaar, form, TillForm.unreadable()));
    }

    private Mono<Rendering> answer(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            TillForm form,
            Selling selling) {
        return switch (selling) {
            case Selling.Sold sold ->
                    Mono.just(
                            CounterPages.led(
                                    exchange,
                                    language,
                                    bazaar,
                                    "/sales/" + sold.no(),
                                    CounterPages.SOLD));
            case Selling.Ended ended -> again(exchange, bazaar, form, TillForm.ended());
            case Selling.Refused refused ->
                    again(exchange, bazaar, form, TillForm.problem(refused));
        };
    }

    private Mono<Rendering> again(
            ServerWebExchange exchange, Bazaar bazaar, TillForm form, Problem problem) {
        return own.page(
                CounterPages.again(exchange, "counter/till", bazaar),
                bazaar,
                form.basket(),
                CounterPages.form(form.typed(), List.of(problem)));
    }
}
