package org.lfnkr.zabuton.counter.bazaars;

import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.CounterPages;
import org.lfnkr.zabuton.counter.TerminalPayout;
import org.lfnkr.zabuton.counter.box.Box;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.counter.till.SaleRow;
import org.lfnkr.zabuton.counter.till.SaleStore;
import org.lfnkr.zabuton.counter.tray.Tray;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Composes the page of a bazaar. */
@Component
class BazaarPages {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Box box;
    private final SaleStore sales;
    private final Tray tray;
    private final TerminalPayouts payouts;

    BazaarPages(Box box, SaleStore sales, Tray tray, TerminalPayouts payouts) {
        this.box = box;
        this.sales = sales;
        this.tray = tray;
        this.payouts = payouts;
    }

    /**
     * @param before the number of the sale that stood last on the page before; any other begins
     */
    Mono<Rendering> page(ServerWebExchange exchange, Bazaar bazaar, String before, String actor) {
        Page page = CounterPages.page(exchange, "counter/bazaar", bazaar);
        return filled(page, bazaar, before, actor, CounterPages.form(Map.of(), List.of()));
    }

    /** With what is wrong with a payout. */
    Mono<Rendering> again(ServerWebExchange exchange, Bazaar bazaar, Form form, String actor) {
        Page page = CounterPages.again(exchange, "counter/bazaar", bazaar);
        return filled(page, bazaar, "", actor, form);
    }

    private Mono<Rendering> filled(
            Page page, Bazaar bazaar, String before, String actor, Form form) {
        int last = NUMBER.matcher(before).matches() ? Integer.parseInt(before) : Integer.MAX_VALUE;
        return Mono.zip(
                        box.pieces(bazaar),
                        sales(bazaar, last),
                        sales.takes(bazaar.id()),
                        tray.standing(bazaar),
                        payouts.find(bazaar).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(
                        parts ->
                                page.with("pieces", parts.getT1())
                                        .with("left", left(parts.getT1()))
                                        .with("lost", lost(parts.getT1()))
                                        .with("sales", parts.getT2())
                                        .with("takes", parts.getT3())
                                        .with("tray", parts.getT4())
                                        .with("step", parts.getT4().next(actor))
                                        .with("found", parts.getT4().isToldTo(actor))
                                        .with("payout", parts.getT5().orElse(null))
                                        .with("form", shown(form, parts.getT5()))
                                        .with("begun", last == Integer.MAX_VALUE)
                                        .rendering());
    }

    /** Whatever was wrong with what was typed: once a payout is noted, no form asks for one. */
    private static Form shown(Form form, Optional<TerminalPayout> payout) {
        return form.failed() && payout.isPresent()
                ? new Form(form.values(), List.of(TerminalPayoutForm.OVER))
                : form;
    }

    private Mono<Slice<SaleRow>> sales(Bazaar bazaar, int before) {
        return sales.list(bazaar.id(), before).collectList().map(Slice::of);
    }

    private static int left(List<BoxPiece> pieces) {
        return pieces.stream().mapToInt(BoxPiece::left).sum();
    }

    private static int lost(List<BoxPiece> pieces) {
        return pieces.stream().mapToInt(BoxPiece::lost).sum();
    }
}
