package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Page;
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
import java.util.Objects;

/** What is in stock. The filter is in the address; the file has exactly what it shows. */
@Controller
@Needs(Right.SEE_STOCK)
@RequestMapping("/{lang:en|ja}/desk/stock")
class StockController {

    private final Inventory inventory;
    private final StockTable table;

    StockController(Inventory inventory, StockTable table) {
        this.inventory = inventory;
        this.table = table;
    }

    /**
     * What an address says.
     *
     * @param after the SKU of the last one on the page before
     */
    record Wanted(String words, String state, String order, String after) {

        Wanted {
            words = Objects.requireNonNullElse(words, "");
            state = Objects.requireNonNullElse(state, "");
            order = Objects.requireNonNullElse(order, "");
            after = Objects.requireNonNullElse(after, "").replace("\0", "");
        }

        StockFilter filter() {
            return StockFilter.of(words, state, order);
        }
    }

    @InMenu(value = DeskEntry.SHOP, title = "stock.title", place = 40)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        StockFilter filter = wanted.filter();
        return Mono.zip(inventory.list(filter, wanted.after()), inventory.totals(filter))
                .map(both -> page(wanted, both.getT1(), both.getT2()));
    }

    private static Rendering page(Wanted wanted, Slice<StockPiece> shown, StockTotals totals) {
        return Page.of("stock/pieces")
                .with("pieces", shown)
                .with("totals", totals)
                .with("filter", wanted.filter())
                .with("query", StockTable.query(wanted.filter()))
                .with("first", wanted.after().isEmpty())
                .rendering();
    }

    /** In the words of the page. */
    @GetMapping("/stock.csv")
    Mono<ResponseEntity<byte[]>> csv(Language language, Wanted wanted, Principal staff) {
        return file(Csv.of(table.head(language)), "stock.csv", language, wanted, staff);
    }

    @GetMapping("/stock.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(Language language, Wanted wanted, Principal staff) {
        return file(Xlsx.of(table.head(language)), "stock.xlsx", language, wanted, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, Wanted wanted, Principal staff) {
        StockFilter filter = wanted.filter();
        return inventory
                .export(filter, staff.getName(), StockTable.query(filter))
                .doOnNext(piece -> table.row(sheet, piece, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }
}
