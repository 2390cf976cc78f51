package org.lfnkr.zabuton.receipts.desk;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** Where staff look for receipts: numbers, days and sums, and no name. */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/receipts")
class ReceiptDeskController {

    private static final List<String> STATES = List.of("holds", "void");

    private final Receipts receipts;

    ReceiptDeskController(Receipts receipts) {
        this.receipts = receipts;
    }

    /**
     * @param state one of {@link #STATES}; anything else filters nothing
     * @param before the number of the last one on the page before
     */
    @InMenu(value = DeskEntry.GIVING, title = "receipts.desk.title", place = 25)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String known = STATES.contains(state) ? state : "";
        return receipts.list(known, before)
                .map(
                        shown ->
                                Page.of("receipts/desk")
                                        .with("receipts", shown)
                                        .with("states", STATES)
                                        .with("state", known)
                                        .with("query", known.isEmpty() ? "" : "?state=" + known)
                                        .with("latest", before.isEmpty())
                                        .rendering());
    }
}
