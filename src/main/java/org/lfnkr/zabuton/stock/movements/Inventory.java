package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.Holders;
import org.lfnkr.zabuton.stock.movements.Noting.Before;
import org.lfnkr.zabuton.stock.movements.Noting.Noted;
import org.lfnkr.zabuton.stock.movements.Noting.TooMany;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is kept in stock, how it came to be so, and what staff note of it. */
@Service
class Inventory {

    private final InventoryStore pieces;
    private final MovementStore movements;
    private final List<Holders> holders;
    private final AuditTrail audit;

    Inventory(
            InventoryStore pieces,
            MovementStore movements,
            List<Holders> holders,
            AuditTrail audit) {
        this.pieces = pieces;
        this.movements = movements;
        this.holders = holders;
        this.audit = audit;
    }

    /**
     * As many as a page shows.
     *
     * @param after the SKU of the last one on the page before; any other begins
     */
    Mono<Slice<StockPiece>> list(StockFilter filter, String after) {
        return pieces.pieces(filter, after, Slice.ASKED).collectList().map(Slice::of);
    }

    /** Of all that the filter lets through. */
    Mono<StockTotals> totals(StockFilter filter) {
        return pieces.totals(filter);
    }

    /**
     * All that the filter lets through, after it was noted who takes it away.
     *
     * @param actor the account of the member of staff
     * @param address the filter as an address says it
     */
    Flux<StockPiece> export(StockFilter filter, String actor, String address) {
        return audit.record(actor, "stock.exported", address, "desk")
                .thenMany(Flux.defer(() -> pieces.pieces(filter, "", Integer.MAX_VALUE)));
    }

    /** What staff call so; empty where nothing in stock is called so. */
    Mono<StockPiece> find(String sku) {
        return pieces.find(sku);
    }

    /**
     * The latest first, as many as a page shows.
     *
     * @param before the last one on the page before; 0 begins
     */
    Mono<Slice<StockMovement>> history(StockPiece piece, long before) {
        return movements.history(piece.variant(), before).collectList().map(Slice::of);
    }

    /** What the holders in that history are called. */
    Mono<Map<UUID, String>> references(Slice<StockMovement> history) {
        List<UUID> known =
                history.items().stream()
                        .map(StockMovement::holder)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return Flux.fromIterable(known.isEmpty() ? List.<Holders>of() : holders)
                .flatMap(those -> those.references(known))
                .reduce(
                        Map.of(),
                        (all, some) -> {
                            Map<UUID, String> both = new HashMap<>(all);
                            both.putAll(some);
                            return both;
                        });
    }

    /**
     * Moves the stock, once for each form. What orders hold can't break: it must be given up first.
     *
     * @param actor the account of the member of staff
     */
    @Transactional
    Mono<Noting> note(StockPiece piece, Change change, int quantity, UUID form, String actor) {
        return movements
                .lock(piece.variant())
                .flatMap(
                        available ->
                                movements
                                        .isKnown(form)
                                        .map(known -> decide(change, quantity, available, known)))
                .delayUntil(
                        noting ->
                                noting instanceof Noted
                                        ? movements.add(
                                                piece.variant(), change, quantity, form, actor)
                                        : Mono.empty());
    }

    private static Noting decide(Change change, int quantity, int available, boolean known) {
        if (known) {
            return new Before();
        }
        return change.takesAway() && quantity > available ? new TooMany(available) : new Noted();
    }

    /**
     * Says from which number on there are few.
     *
     * @param lowAt null where nobody wants to be told
     * @param actor the account of the member of staff
     */
    @Transactional
    Mono<Void> drawLine(StockPiece piece, @Nullable Integer lowAt, String actor) {
        String line = piece.sku() + ": " + piece.lowAt() + " → " + lowAt;
        return movements
                .drawLine(piece.variant(), lowAt)
                .then(audit.record(actor, "stock.low-line", piece.variant().toString(), line));
    }
}
