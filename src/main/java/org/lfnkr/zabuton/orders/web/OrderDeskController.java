package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.DeskOrder;
import org.lfnkr.zabuton.orders.DeskTotals;
import org.lfnkr.zabuton.orders.OrderDesk;
import org.lfnkr.zabuton.orders.OrderFilter;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where staff look for orders. The filter is in the address; the file has exactly what it shows.
 */
@Controller
@Needs(Right.SEE_ORDERS)
@RequestMapping("/{lang:en|ja}/desk/orders")
class OrderDeskController {

    private static final String CODE = "code";

    private final OrderDesk desk;
    private final OrderTable table;

    OrderDeskController(OrderDesk desk, OrderTable table) {
        this.desk = desk;
        this.table = table;
    }

    /**
     * What an address says.
     *
     * @param code an order to go to, as people write it
     * @param before the last order on the page before
     */
    record Wanted(
            String state, String from, String until, String means, String code, String before) {

        Wanted {
            state = Objects.requireNonNullElse(state, "");
            from = Objects.requireNonNullElse(from, "");
            until = Objects.requireNonNullElse(until, "");
            means = Objects.requireNonNullElse(means, "");
            code = Objects.requireNonNullElse(code, "");
            before = Objects.requireNonNullElse(before, "");
        }

        OrderFilter filter() {
            return OrderFilter.of(state, from, until, means);
        }
    }

    @InMenu(value = DeskEntry.SHOP, title = "orders.desk.title", place = 10)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return wanted.code().isBlank() ? list(wanted, false) : look(language, wanted);
    }

    private Mono<Rendering> look(Language language, Wanted wanted) {
        return desk.find(Reference.read(wanted.code()))
                .map(order -> Redirects.to(language, "/desk/orders/" + order.reference()))
                .switchIfEmpty(Mono.defer(() -> list(wanted, true)));
    }

    private Mono<Rendering> list(Wanted wanted, boolean unknown) {
        OrderFilter filter = wanted.filter();
        return Mono.zip(desk.list(filter, Reference.read(wanted.before())), desk.totals(filter))
                .map(both -> page(wanted, both.getT1(), both.getT2(), unknown));
    }

    private static Rendering page(
            Wanted wanted, Slice<DeskOrder> shown, DeskTotals totals, boolean unknown) {
        OrderFilter filter = wanted.filter();
        return Page.of("orders/desk")
                .with("orders", shown)
                .with("totals", totals)
                .with("filter", filter)
                .with("query", OrderTable.query(filter))
                .with("states", OrderFilter.State.values())
                .with("means", OrderFilter.MEANS.stream().sorted().toList())
                .with("latest", wanted.before().isEmpty())
                .with("form", form(filter, wanted.code(), unknown))
                .rendering();
    }

    private static Form form(OrderFilter filter, String code, boolean unknown) {
        Map<String, String> values = new HashMap<>(OrderTable.values(filter));
        values.put(CODE, code);
        return new Form(
                values,
                unknown ? List.of(Problem.of(CODE, "orders.desk.code.unknown")) : List.of());
    }

    /** In the words of the page. */
    @Needs(Right.EXPORT_ORDERS)
    @GetMapping("/orders.csv")
    Mono<ResponseEntity<byte[]>> file(Language language, Wanted wanted, Principal staff) {
        OrderFilter filter = wanted.filter();
        Csv csv = table.head(language);
        return desk.export(filter, staff.getName(), OrderTable.query(filter))
                .doOnNext(order -> table.row(csv, order, language))
                .then(Mono.fromSupplier(() -> csv.answer("orders.csv")));
    }
}
