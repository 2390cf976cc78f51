package org.lfnkr.zabuton.fulfilment;

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

/** Where staff see what is to be sent, what to fetch for it, and what was sent lately. */
@Controller
@Needs(Right.SEE_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels")
class ParcelsController {

    private final Dispatches dispatches;
    private final ParcelStore parcels;

    ParcelsController(Dispatches dispatches, ParcelStore parcels) {
        this.dispatches = dispatches;
        this.parcels = parcels;
    }

    /**
     * @param after the order that stood last on the page before
     * @param before the parcel that stood last on the page before
     */
    @InMenu(value = DeskEntry.SHOP, title = "fulfilment.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return Mono.zip(
                        dispatches.waiting(Slice.id(after)),
                        dispatches.picks().collectList(),
                        parcels.sent(Slice.id(before)).collectList().map(Slice::of))
                .map(
                        parts ->
                                Page.of("fulfilment/parcels")
                                        .with("waiting", parts.getT1())
                                        .with("picks", parts.getT2())
                                        .with(
                                                "picked",
                                                parts.getT2().stream().mapToInt(Pick::pieces).sum())
                                        .with("sent", parts.getT3())
                                        .with("begun", after.isEmpty())
                                        .with("latest", before.isEmpty())
                                        .rendering());
    }
}
