package org.lfnkr.zabuton.staff.today;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** Where everybody of the staff comes in: what is to be done, and what went wrong. */
@Controller
@Needs(Right.COME_IN)
@RequestMapping("/{lang:en|ja}/desk")
class TodayController {

    static final String SNOOZED = "staff.today.told.snoozed";
    static final String WOKEN = "staff.today.told.woken";

    private static final List<String> TOLD = List.of(SNOOZED, WOKEN);

    private final Today today;

    TodayController(Today today) {
        this.today = today;
    }

    @InMenu(value = DeskEntry.TODAY, title = "staff.entry.TODAY", place = 10)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @AuthenticationPrincipal Colleague staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return today.of(staff)
                .map(
                        overview ->
                                Page.of("staff/today")
                                        .with("today", overview)
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }
}
