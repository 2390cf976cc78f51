package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.fulfilment.ParcelStore.Known;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** Where staff see what is to be sent, what to fetch for it, and what was sent lately. */
@Controller
@Needs(Right.SEE_PARCELS)
@RequestMapping("/{lang:en|ja}/desk/parcels")
class ParcelsController {

    private static final String CODE = "code";

    private final Dispatches dispatches;
    private final ParcelStore parcels;
    private final OrderDesk desk;

    ParcelsController(Dispatches dispatches, ParcelStore parcels, OrderDesk desk) {
        this.dispatches = dispatches;
        this.parcels = parcels;
        this.desk = desk;
    }

    /**
     * @param after the order that stood last on the page before
     * @param before the parcel that stood last on the page before
     * @param code of the slip that lies before whoever packs: its order is opened
     * @param late whether only orders are shown that should have left us before today
     */
    @InMenu(value = DeskEntry.SHOP, title = "fulfilment.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String late) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return desk.find(Reference.read(code))
                .filter(order -> order.paidAt() != null)
                .map(order -> Redirects.to(language, "/desk/parcels/" + order.id().value()))
                .switchIfEmpty(
                        Mono.defer(() -> list(language, after, before, code, late.equals("yes"))));
    }

    private Mono<Rendering> list(
            Language language, String after, String before, String code, boolean late) {
        return Mono.zip(
                        dispatches.waiting(Slice.id(after), late),
                        dispatches.picks(language),
                        parcels.sent(Slice.id(before)).collectList().map(Slice::of))
                .map(parts -> page(parts.getT1(), parts.getT2(), parts.getT3()))
                .map(
                        page ->
                                page.with("begun", after.isEmpty())
                                        .with("late", late)
                                        .with("latest", before.isEmpty())
                                        .with("form", form(code))
                                        .rendering());
    }

    private static Page page(Slice<WaitingOrder> waiting, PickList picks, Slice<Known> sent) {
        return Page.of("fulfilment/parcels")
                .with("waiting", waiting)
                .with("picks", picks)
                .with("sent", sent);
    }

    private static Form form(String code) {
        return new Form(
                Map.of(CODE, code),
                code.isBlank() ? List.of() : List.of(Problem.of(CODE, "fulfilment.code.unknown")));
    }
}
