package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderDesk;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Composes the page on which staff work on one return. */
@Component
class ReturnDeskPages {

    private static final String TOLD = "returns.told.";

    /** What the acts of the page have come to. */
    private static final List<String> ALL_TOLD =
            Stream.of(
                            "accepted",
                            "refused",
                            "arrived",
                            "checked",
                            "exchanged",
                            "before",
                            "said",
                            "money-gone")
                    .map(TOLD::concat)
                    .toList();

    private final ReturnStore store;
    private final Orders orders;
    private final OrderDesk desk;

    ReturnDeskPages(ReturnStore store, Orders orders, OrderDesk desk) {
        this.store = store;
        this.orders = orders;
        this.desk = desk;
    }

    /** Not found where there is no such return. */
    Mono<KnownReturn> known(UUID id, Language language) {
        return store.find(id)
                .flatMap(
                        request ->
                                orders.find(request.order())
                                        .flatMap(orders::story)
                                        .flatMap(story -> desk.worded(story, language))
                                        .map(story -> new KnownReturn(request, story)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    Rendering page(ServerWebExchange exchange, CheckForm form) {
        return page(exchange, form.known(), form.form());
    }

    /** With what is wrong, and everything that was typed. */
    Rendering again(ServerWebExchange exchange, CheckForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(exchange, form);
    }

    Rendering again(ServerWebExchange exchange, RefusalForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(
                exchange,
                form.known(),
                new Form(
                        form.typed(),
                        List.of(Problem.of(RefusalForm.WHY, "returns.refusal.missing"))));
    }

    private static Rendering page(ServerWebExchange exchange, KnownReturn known, Form form) {
        return Page.of("returns/return")
                .with("known", known)
                .with("request", known.request())
                .with("state", known.request().state().code())
                .with("order", known.story().order())
                .with("form", form)
                .with("told", Told.take(exchange, ALL_TOLD))
                .rendering();
    }

    /** Leads to the page of the return, which tells what came of an act. */
    static Rendering told(
            ServerWebExchange exchange,
            Language language,
            String request,
            String done,
            Taking.Outcome outcome) {
        String word =
                switch (outcome) {
                    case DONE -> done;
                    case BEFORE -> "before";
                    case SAID -> "said";
                    case MONEY_GONE -> "money-gone";
                };
        return Told.on(exchange, "/" + language.tag() + "/desk/returns/" + request, TOLD + word);
    }
}
