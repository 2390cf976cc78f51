package org.lfnkr.zabuton.reveals;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** Where whoever approves sees how much each account opened, and where it was much. */
@Controller
@Needs(Right.SEE_REVEALS)
@RequestMapping("/{lang:en|ja}" + RevealsController.PATH)
class RevealsController {

    static final String PATH = "/desk/reveals";

    private final RevealDays days;

    RevealsController(RevealDays days) {
        this.days = days;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "reveals.days.title", place = 40)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return days.latest().collectList().map(this::page);
    }

    private Rendering page(List<RevealDay> latest) {
        return Page.of("reveals/days")
                .with("days", latest)
                .with("many", latest.stream().filter(days::isMuch).toList())
                .with("limit", days.limit())
                .with("shown", RevealDays.TOLD)
                .rendering();
    }
}
