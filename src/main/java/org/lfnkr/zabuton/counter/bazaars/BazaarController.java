package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.counter.Noting;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
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
import java.util.function.Function;

/** A bazaar: what was taken, sold and brought back, and how far it has come. */
@Controller
@Needs(Right.SEE_BAZAARS)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}")
class BazaarController {

    private final CounterPages pages;
    private final BazaarPages own;
    private final Bazaars bazaars;

    BazaarController(CounterPages pages, BazaarPages own, Bazaars bazaars) {
        this.pages = pages;
        this.own = own;
        this.bazaars = bazaars;
    }

    /**
     * @param before the number of the sale that stood last on the page before
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @PathVariable String bazaar,
            @RequestParam(defaultValue = "") String before,
            Principal staff) {
        return pages.bazaar(bazaar).flatMap(it -> own.page(exchange, it, before, staff.getName()));
    }

    @Needs(Right.SELL_AT_COUNTER)
    @PostMapping("/endings")
    Mono<Rendering> end(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return act(exchange, language, bazaar, it -> bazaars.end(it, staff.getName()));
    }

    @Needs(Right.SELL_AT_COUNTER)
    @PostMapping("/resumptions")
    Mono<Rendering> goOn(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return act(exchange, language, bazaar, it -> bazaars.goOn(it, staff.getName()));
    }

    @Needs(Right.CLOSE_BAZAARS)
    @PostMapping("/closings")
    Mono<Rendering> close(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return act(exchange, language, bazaar, it -> bazaars.close(it, staff.getName()));
    }

    private Mono<Rendering> act(
            ServerWebExchange exchange,
            Language language,
            String bazaar,
            Function<Bazaar, Mono<Noting>> act) {
        return pages.bazaar(bazaar)
                .flatMap(
                        it ->
                                act.apply(it)
                                        .map(
                                                noting ->
                                                        CounterPages.led(
                                                                exchange, language, it, noting)));
    }
}
