package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/** How many givers were asked, and what they answered. */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/raises")
class RaiseDeskController {

    private static final int YEARS = 5;

    private final RaiseStore store;
    private final RaiseProperties properties;
    private final Clock clock;

    RaiseDeskController(RaiseStore store, RaiseProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** The last years, the present first. */
    @InMenu(value = DeskEntry.GIVING, title = "giving.raises.title", place = 12)
    @GetMapping
    Mono<Rendering> show() {
        int year = BusinessDate.of(clock.instant()).getYear();
        return Flux.range(0, YEARS)
                .concatMap(back -> store.tally(year - back))
                .collectList()
                .map(
                        tallies ->
                                Page.of("giving/raises-desk")
                                        .with("tallies", tallies)
                                        .with("asked", properties.asked())
                                        .rendering());
    }
}
