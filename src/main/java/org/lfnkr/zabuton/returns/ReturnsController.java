package org.lfnkr.zabuton.returns;

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

import java.time.Clock;

/** What buyers want to give back, by order and without a name. */
@Controller
@Needs(Right.SEE_RETURNED_PIECES)
@RequestMapping("/{lang:en|ja}/desk/returns")
class ReturnsController {

    private final ReturnListStore store;
    private final Clock clock;

    ReturnsController(ReturnListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param state see {@link ReturnFilter}
     * @param after the return that stood last on the page before
     */
    @InMenu(value = DeskEntry.SHOP, title = "returns.desk.title", place = 25)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        ReturnFilter filter = ReturnFilter.of(state, clock.instant());
        return store.list(filter, Slice.id(after))
                .map(
                        found ->
                                Page.of("returns/list")
                                        .with("returns", found)
                                        .with("filter", filter)
                                        .with("states", ReturnFilter.STATES)
                                        .with("begun", after.isEmpty())
                                        .rendering());
    }
}
