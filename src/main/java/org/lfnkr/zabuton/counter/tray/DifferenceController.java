package org.lfnkr.zabuton.counter.tray;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;

/** Where it is said why a tray has too much or too little, and where a second person agrees. */
@Controller
@Needs(Right.COUNT_TRAYS)
@RequestMapping("/{lang:en|ja}/desk/bazaars/{bazaar}")
class DifferenceController {

    private static final String GROUND = "ground";

    private final CounterPages pages;
    private final TrayPages own;
    private final Tray tray;

    DifferenceController(CounterPages pages, TrayPages own, Tray tray) {
        this.pages = pages;
        this.own = own;
        this.tray = tray;
    }

    @PostMapping("/differences")
    Mono<Rendering> say(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return Mono.zip(pages.bazaar(bazaar), CounterPages.typed(exchange))
                .flatMap(
                        both ->
                                Difference.Ground.of(both.getT2().getOrDefault(GROUND, ""))
                                        .map(
                                                ground ->
                                                        tray.say(
                                                                        both.getT1(),
                                                                        ground,
                                                                        staff.getName())
                                                                .map(
                                                                        done ->
                                                                                led(
                                                                                        exchange,
                                                                                        language,
                                                                                        both
                                                                                                .getT1())))
                                        .orElseGet(
                                                () ->
                                                        own.again(
                                                                exchange,
                                                                both.getT1(),
                                                                both.getT2(),
                                                                Problem.of(
                                                                        GROUND,
                                                                        "counter.difference.unanswered"),
                                                                staff)));
    }

    @PostMapping("/agreements")
    Mono<Rendering> agree(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String bazaar,
            Principal staff) {
        return pages.bazaar(bazaar)
                .flatMap(
                        it ->
                                tray.agree(it, staff.getName())
                                        .map(done -> led(exchange, language, it)));
    }

    private static Rendering led(ServerWebExchange exchange, Language language, Bazaar bazaar) {
        return CounterPages.led(exchange, language, bazaar, "/counts", CounterPages.DONE);
    }
}
