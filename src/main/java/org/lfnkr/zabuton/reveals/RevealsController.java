package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Where whoever approves sees how much each account opened, and where it was much. */
@Controller
@Needs(Right.SEE_REVEALS)
@RequestMapping("/{lang:en|ja}/desk/reveals")
class RevealsController {

    /** How many days are told of. */
    private static final int DAYS = 28;

    private final RevealStore store;
    private final RevealLimits limits;
    private final Clock clock;

    RevealsController(RevealStore store, RevealLimits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "reveals.days.title", place = 40)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return store.days(since()).collectList().map(this::page);
    }

    private Instant since() {
        return BusinessDate.of(clock.instant())
                .minusDays(DAYS - 1)
                .atStartOfDay(BusinessDate.TOKYO)
                .toInstant();
    }

    private Rendering page(List<RevealDay> days) {
        return Page.of("reveals/days")
                .with("days", days)
                .with("many", days.stream().filter(this::isMuch).toList())
                .with("limit", limits.manyADay())
                .with("shown", DAYS)
                .rendering();
    }

    private boolean isMuch(RevealDay day) {
        return day.all() > limits.manyADay();
    }
}
