package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
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

/** What the money has bought, and what of it arrived: all of each outcome, and one by one. */
@Controller
@Needs(Right.SEE_OUTCOMES)
@RequestMapping("/{lang:en|ja}" + OutcomesController.PATH)
class OutcomesController {

    static final String PATH = "/desk/outcomes";

    private final OutcomeStore store;

    OutcomesController(OutcomeStore store) {
        this.store = store;
    }

    /**
     * @param before the number of the last on the page before
     */
    @InMenu(value = DeskEntry.OUTCOMES, title = "outcomes.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        long last = Slice.number(before, Long.MAX_VALUE);
        return Mono.zip(store.list(last).collectList().map(Slice::of), store.totals().collectList())
                .map(both -> page(both.getT1(), both.getT2(), last == Long.MAX_VALUE));
    }

    private static Rendering page(Slice<Bought> list, List<OutcomeTotal> totals, boolean latest) {
        return Page.of("funds/outcomes/list")
                .with("list", list)
                .with("totals", totals)
                .with("latest", latest)
                .rendering();
    }
}
