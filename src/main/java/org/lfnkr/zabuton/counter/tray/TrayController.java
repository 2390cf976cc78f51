package org.lfnkr.zabuton.counter.tray;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Map;

/** Where two people count the tray, and neither sees what the other found. */
@Controller
@Needs(Right.COUNT_TRAYS)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}")
class TrayController {

    private static final String COUNTED = "counted";
    private static final Money MOST = Money.yen(99_999_999);

    private final CounterPages pages;
    private final TrayPages own;
    private final Tray tray;

    TrayController(CounterPages pages, TrayPages own, Tray tray) {
        this.pages = pages;
        this.own = own;
        this.tray = tray;
    }

    @GetMapping("/counts")
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String bazaar, Principal staff) {
        return pages.bazaar(bazaar).flatMap(it -> own.page(exchange, it, staff));
    }

    @PostMapping("/counts")
    Mono<Rendering> count(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return Mono.zip(pages.bazaar(bazaar), CounterPages.typed(exchange))
                .flatMap(
                        both ->
                                TypedNumber.sum(both.getT2().getOrDefault(COUNTED, ""))
                                        .filter(it -> it.compareTo(MOST) <= 0)
                                        .map(
                                                yen ->
                                                        count(
                                                                exchange,
                                                                language,
                                                                both.getT1(),
                                                                round(both.getT2()),
                                                                yen,
                                                                staff))
                                        .orElseGet(
                                                () ->
                                                        own.again(
                                                                exchange,
                                                                both.getT1(),
                                                                both.getT2(),
                                                                Problem.of(
                                                                        COUNTED,
                                                                        "counter.counted.unreadable"),
                                                                staff)));
    }

    private Mono<Rendering> count(
            ServerWebExchange exchange,
            Language language,
            Bazaar bazaar,
            int round,
            Money counted,
            Principal staff) {
        return tray.count(bazaar, round, counted, staff.getName())
                .map(
                        standing ->
                                CounterPages.led(
                                        exchange, language, bazaar, "/counts", told(standing)));
    }

    /** The round of the form; 0, which nobody counts, of a form that is none of ours. */
    private static int round(Map<String, String> typed) {
        return TypedNumber.count(typed.getOrDefault("round", "")).orElse(0);
    }

    private static String told(TrayStanding standing) {
        if (standing.counted() != null) {
            return CounterPages.AGREE;
        }
        TrayCount last = standing.last();
        return last != null && last.isWhole() ? CounterPages.DIFFER : CounterPages.COUNTED;
    }
}
