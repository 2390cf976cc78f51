package org.lfnkr.zabuton.orders.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Sheet;
import org.lfnkr.zabuton.web.Xlsx;
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
     * @param code an order to go to, as people write it; null where nobody asked for one
     * @param before the last order on the page before
     */
    record Wanted(
            String state,
            String from,
            String until,
            String means,
            String ends,
            @Nullable String code,
            String before) {

        Wanted {
            state = Objects.requireNonNullElse(state, "");
            from = Objects.requireNonNullElse(from, "");
            until = Objects.requireNonNullElse(until, "");
            means = Objects.requireNonNullElse(means, "");
            ends = Objects.requireNonNullElse(ends, "");
            before = Objects.requireNonNullElse(before, "");
        }

        OrderFilter filter() {
            return OrderFilter.of(state, from, until, means, ends);
        }

        String typedCode() {
            return Objects.requireNonNullElse(code, "");
        }

        /** What is wrong with the number of an order to go to, which leads nowhere. */
        List<Problem> problems() {
            if (code == null) {
                return List.of();
            }
            String key = code.isBlank() ? "orders.desk.code.missing" : "orders.desk.code.unknown";
            return List.of(Problem.of(CODE, key));
        }
    }

    @InMenu(value = DeskEntry.SHOP, title = "orders.desk.title", place = 10)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return desk.find(Reference.read(wanted.typedCode()))
                .map(order -> Redirects.to(language, "/desk/orders/" + order.reference()))
                .switchIfEmpty(Mono.defer(() -> list(wanted)));
    }

    private Mono<Rendering> list(Wanted wanted) {
        OrderFilter filter = wanted.filter();
        return Mono.zip(desk.list(filter, Reference.read(wanted.before())), desk.totals(filter))
                .map(both -> page(wanted, both.getT1(), both.getT2()));
    }

    private static Rendering page(Wanted wanted, Slice<DeskOrder> shown, DeskTotals totals) {
        OrderFilter filter = wanted.filter();
        return Page.of("orders/desk")
                .with("orders", shown)
                .with("totals", totals)
                .with("filter", filter)
                .with("query", OrderTable.query(filter))
                .with("states", OrderFilter.State.values())
                .with("means", OrderFilter.MEANS.stream().sorted().toList())
                .with("latest", wanted.before().isEmpty())
                .with("form", form(filter, wanted))
                .rendering();
    }

    private static Form form(OrderFilter filter, Wanted wanted) {
        Map<String, String> values = new HashMap<>(OrderTable.values(filter));
        values.put(CODE, wanted.typedCode());
        return new Form(values, wanted.problems());
    }

    /** In the words of the page. */
    @Needs(Right.EXPORT_ORDERS)
    @GetMapping("/orders.csv")
    Mono<ResponseEntity<byte[]>> csv(Language language, Wanted wanted, Principal staff) {
        return file(Csv.of(table.head(language)), "orders.csv", language, wanted, staff);
    }

    @Needs(Right.EXPORT_ORDERS)
    @GetMapping("/orders.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(Language language, Wanted wanted, Principal staff) {
        return file(Xlsx.of(table.head(language)), "orders.xlsx", language, wanted, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, Wanted wanted, Principal staff) {
        OrderFilter filter = wanted.filter();
        return desk.export(filter, staff.getName(), OrderTable.query(filter))
                .doOnNext(order -> table.row(sheet, order, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }
}
