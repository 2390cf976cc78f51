package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Arrays;

/** Composes the pages about one thing that is held. */
@Component
class HeldPages {

    private final HeldDesk desk;

    HeldPages(HeldDesk desk) {
        this.desk = desk;
    }

    /**
     * @param told key of the message that tells what was done; null for none
     */
    Page show(HeldForm form) {
        return Page.of("refunds/held/case")
                .with("known", form.known())
                .with("hold", form.known().hold())
                .with("form", form.form())
                .with("whys", Arrays.stream(HeldWhy.values()).map(HeldWhy::code).toList());
    }

    /** With what is wrong, and everything that was chosen. */
    Rendering again(ServerWebExchange exchange, HeldForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return show(form).rendering();
    }

    /** What follows from it. */
    Mono<Rendering> preview(HeldForm form, boolean changed, String actor) {
        return desk.needsSecond(form, actor).map(second -> preview(form, changed, second));
    }

    private Rendering preview(HeldForm form, boolean changed, boolean second) {
        return Page.of("refunds/held/preview")
                .with("known", form.known())
                .with("hold", form.known().hold())
                .with("form", form.form())
                .with("act", form.act().orElseThrow().code())
                .with("changed", changed)
                .with("second", second)
                .with("limit", desk.alone())
                .rendering();
    }
}
