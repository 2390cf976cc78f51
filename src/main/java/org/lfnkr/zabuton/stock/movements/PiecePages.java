package org.lfnkr.zabuton.stock.movements;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.Waiters;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Composes the page of a piece. */
@Component
class PiecePages {

    static final String NOTED = "stock.told.noted";
    static final String CONFIRMS = "stock.told.confirms";
    static final String WAITS = "stock.told.waits";
    static final String BEFORE = "stock.told.before";
    static final String LINE = "stock.told.line";

    private static final List<String> TOLD = List.of(NOTED, CONFIRMS, WAITS, BEFORE, LINE);
    private static final Pattern SKU = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");

    private final Inventory inventory;
    private final Waiters waiters;

    PiecePages(Inventory inventory, Waiters waiters) {
        this.inventory = inventory;
        this.waiters = waiters;
    }

    /** Not found where nothing in stock is called so. */
    Mono<StockPiece> piece(String sku) {
        return Mono.just(sku)
                .filter(SKU.asMatchPredicate())
                .flatMap(inventory::find)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /**
     * @param before the movement that stood last on the page before; any other word begins
     */
    Mono<Rendering> page(ServerWebExchange exchange, StockPiece piece, String before) {
        long last = Slice.number(before, 0);
        Form form = new PieceForm(Map.of()).shown(piece, List.of());
        String told = Told.take(exchange, TOLD);
        return composed(piece, last, form).map(page -> page.with("told", told).rendering());
    }

    /** With what is wrong, and everything that was typed. */
    Mono<Rendering> again(
            ServerWebExchange exchange, StockPiece piece, PieceForm form, List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return composed(piece, 0, form.shown(piece, problems)).map(Page::rendering);
    }

    private Mono<Page> composed(StockPiece piece, long before, Form form) {
        return inventory
                .history(piece, before)
                .zipWhen(inventory::references)
                .map(both -> page(piece, before, form, both.getT1(), both.getT2()))
                .zipWith(
                        waiters.people(piece.variant()), (page, some) -> page.with("waiting", some))
                .zipWith(inventory.waiting(piece), (page, some) -> page.with("writeOffs", some));
    }

    private static Page page(
            StockPiece piece,
            long before,
            Form form,
            Slice<StockMovement> history,
            Map<UUID, String> orders) {
        return Page.of("stock/piece")
                .with("piece", piece)
                .with("history", history)
                .with("orders", orders)
                .with("changes", Change.values())
                .with("form", form)
                .with("latest", before == 0);
    }
}
