package org.lfnkr.zabuton.bookkeeping;

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

/** Where staff see whose refund did not arrive, by order or gift and without a name. */
@Controller
@RequestMapping("/{lang:en|ja}/desk/refunds")
@Needs(Right.SEE_FAILED_REFUNDS)
class RefundsController {

    private final UnreturnedMoney money;

    RefundsController(UnreturnedMoney money) {
        this.money = money;
    }

    /**
     * @param after the payment that stood last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "bookkeeping.refunds.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return money.after(Slice.id(after))
                .map(
                        shown ->
                                Page.of("bookkeeping/refunds")
                                        .with("cases", shown)
                                        .with("begun", after.isEmpty())
                                        .rendering());
    }
}
