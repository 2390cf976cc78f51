package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/**
 * Where staff see what refunds ask of them: which lines one of Stripe's dashboard was for, what is
 * to be handed back, and whose did not arrive; by order or gift and without a name.
 */
@Controller
@RequestMapping("/{lang:en|ja}/desk/refunds")
@Needs(Right.SEE_FAILED_REFUNDS)
class RefundsController {

    private static final List<String> TOLD =
            List.of("refunds.told.said", "refunds.told.said-before", "refunds.told.returned");

    private final UnreturnedMoney money;
    private final RefundTasks tasks;

    RefundsController(UnreturnedMoney money, RefundTasks tasks) {
        this.money = money;
        this.tasks = tasks;
    }

    /**
     * @param after the payment that stood last on the page before
     * @param unsaid the refund that stood last among those nobody has spoken of
     */
    @InMenu(value = DeskEntry.MONEY, title = "bookkeeping.refunds.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String unsaid) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Mono.zip(
                        money.after(Slice.id(after)),
                        tasks.unsaid(Slice.id(unsaid)),
                        tasks.byHand().collectList())
                .map(
                        shown ->
                                Page.of("refunds/list")
                                        .with("cases", shown.getT1())
                                        .with("unsaid", shown.getT2())
                                        .with("byHand", shown.getT3())
                                        .with("told", Told.take(exchange, TOLD))
                                        .with("begun", after.isEmpty())
                                        .with("unsaidBegun", unsaid.isEmpty())
                                        .rendering());
    }
}
