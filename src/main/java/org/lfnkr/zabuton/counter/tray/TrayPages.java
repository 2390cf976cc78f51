package org.lfnkr.zabuton.counter.tray;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Map;

/** Composes the page on which a tray is counted. */
@Component
class TrayPages {

    private final Tray tray;

    TrayPages(Tray tray) {
        this.tray = tray;
    }

    Mono<Rendering> page(ServerWebExchange exchange, Bazaar bazaar, Principal staff) {
        return filled(
                CounterPages.page(exchange, "counter/counts", bazaar),
                bazaar,
                CounterPages.form(Map.of(), List.of()),
                staff);
    }

    /** With what is wrong. */
    Mono<Rendering> again(
            ServerWebExchange exchange,
            Bazaar bazaar,
            Map<String, String> typed,
            Problem problem,
            Principal staff) {
        return filled(
                CounterPages.again(exchange, "counter/counts", bazaar),
                bazaar,
                CounterPages.form(typed, List.of(problem)),
                staff);
    }

    private Mono<Rendering> filled(Page page, Bazaar bazaar, Form form, Principal staff) {
        return tray.standing(bazaar)
                .map(
                        standing ->
                                page.with("tray", standing)
                                        .with("step", standing.next(staff.getName()))
                                        .with("found", standing.isToldTo(staff.getName()))
                                        .with("grounds", Difference.Ground.values())
                                        .with("form", form)
                                        .rendering());
    }
}
