package org.lfnkr.zabuton.stock.counts;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
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

/** What can be counted, and what somebody else is to count again. */
@Controller
@Needs(Right.KEEP_STOCK)
@RequestMapping("/{lang:en|ja}/desk/stock/counts")
class CountsController {

    static final String HOLDS = "stock.count.told.holds";
    static final String EVEN = "stock.count.told.even";
    static final String CONFIRMS = "stock.count.told.confirms";
    static final String WAITS = "stock.count.told.waits";
    static final String BEFORE = "stock.count.told.before";

    private static final List<String> TOLD = List.of(HOLDS, EVEN, CONFIRMS, WAITS, BEFORE);

    private final Counts counts;

    CountsController(Counts counts) {
        this.counts = counts;
    }

    /**
     * @param after the SKU that stood last on the page before
     */
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Mono.zip(counts.list(after.replace("\0", "")), counts.waiting(), counts.gone())
                .map(
                        both ->
                                Page.of("stock/counts")
                                        .with("pieces", both.getT1())
                                        .with("waiting", both.getT2())
                                        .with("writeOffs", both.getT3())
                                        .with("told", Told.take(exchange, TOLD))
                                        .with("first", after.isEmpty())
                                        .rendering());
    }
}
