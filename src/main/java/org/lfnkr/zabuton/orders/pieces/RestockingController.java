package org.lfnkr.zabuton.orders.pieces;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;

/** Where staff say what became of the pieces of orders whose money went back. */
@Controller
@Needs(Right.SEE_RETURNED_PIECES)
@RequestMapping("/{lang:en|ja}/desk/pieces")
class RestockingController {

    private static final String BACK = "orders.restocking.told.back";
    private static final String GONE = "orders.restocking.told.gone";
    private static final String BEFORE = "orders.restocking.told.before";
    private static final List<String> TOLD = List.of(BACK, GONE, BEFORE);

    private final Restocking restocking;

    RestockingController(Restocking restocking) {
        this.restocking = restocking;
    }

    /** What a form sends. */
    record Decision(String order, String restock) {}

    /**
     * @param after the order that stood last on the page before
     */
    @InMenu(value = DeskEntry.SHOP, title = "orders.restocking.title", place = 30)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return restocking
                .open(Slice.id(after))
                .map(
                        open ->
                                Page.of("orders/restocking")
                                        .with("orders", open)
                                        .with("told", Told.take(exchange, TOLD))
                                        .with("latest", after.isEmpty())
                                        .rendering());
    }

    @Needs(Right.DECIDE_ON_RETURNED_PIECES)
    @PostMapping
    Mono<Rendering> decide(
            ServerWebExchange exchange, Language language, Decision decision, Principal staff) {
        String here = "/" + language.tag() + "/desk/pieces";
        return switch (String.valueOf(decision.restock())) {
            case "yes" ->
                    decide(decision, true, staff)
                            .map(isNew -> Told.on(exchange, here, isNew ? BACK : BEFORE));
            case "no" ->
                    decide(decision, false, staff)
                            .map(isNew -> Told.on(exchange, here, isNew ? GONE : BEFORE));
            default -> Mono.just(Redirects.to(here));
        };
    }

    private Mono<Boolean> decide(Decision decision, boolean back, Principal staff) {
        OrderId order = new OrderId(Slice.id(String.valueOf(decision.order())));
        return restocking.decide(order, back, staff.getName());
    }
}
