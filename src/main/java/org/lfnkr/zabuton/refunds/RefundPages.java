package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.desk.RefundLimit;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.WaitingRefunds;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.orders.pieces.PieceFate;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Arrays;

/** Composes the pages on which staff give money of an order back. */
@Component
class RefundPages {

    private final OrderDesk orders;
    private final Orders all;
    private final RefundCases cases;
    private final RefundDesk desk;
    private final RefundLimit limit;
    private final WaitingRefunds waiting;

    RefundPages(
            OrderDesk orders,
            Orders all,
            RefundCases cases,
            RefundDesk desk,
            RefundLimit limit,
            WaitingRefunds waiting) {
        this.orders = orders;
        this.all = all;
        this.cases = cases;
        this.desk = desk;
        this.limit = limit;
        this.waiting = waiting;
    }

    /** Not found where there is no such order, or none of its money is here and booked. */
    Mono<RefundCase> known(String code, Language language) {
        return orders.find(Reference.read(code))
                .flatMap(all::story)
                .flatMap(story -> orders.worded(story, language))
                .flatMap(cases::of)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    Mono<Rendering> form(RefundForm form) {
        return waiting.of(form.known().order().id())
                .collectList()
                .map(it -> page(form).with("refundsWaiting", it).rendering());
    }

    private static Page page(RefundForm form) {
        return Page.of("refunds/form")
                .with("known", form.known())
                .with("order", form.known().order())
                .with("form", form.form())
                .with("fates", Arrays.stream(PieceFate.values()).map(PieceFate::code).toList())
                .with(
                        "reasons",
                        Arrays.stream(RefundReason.values()).map(it -> it.code()).toList());
    }

    /** With what is wrong, and everything that was typed. */
    Mono<Rendering> again(ServerWebExchange exchange, RefundForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return form(form);
    }

    /**
     * @param changed whether something has happened since it was looked at
     */
    Rendering preview(RefundPreview preview, RefundForm form, boolean changed) {
        return Page.of("refunds/preview")
                .with("preview", preview)
                .with("known", preview.known())
                .with("order", preview.known().order())
                .with("form", form.form())
                .with("changed", changed)
                .with("second", desk.needsSecond(preview))
                .with("limit", limit.sum())
                .rendering();
    }
}
