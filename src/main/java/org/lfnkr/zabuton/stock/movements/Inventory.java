package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.Holders;
import org.lfnkr.zabuton.stock.movements.Noting.Before;
import org.lfnkr.zabuton.stock.movements.Noting.Noted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
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
    private final WriteOffs writeOffs;
    private final List<Holders> holders;
    private final AuditTrail audit;
    private final Clock clock;

    Inventory(
            InventoryStore pieces,
            MovementStore movements,
            WriteOffs writeOffs,
            List<Holders> holders,
            AuditTrail audit,
            Clock clock) {
        this.pieces = pieces;
        this.movements = movements;
        this.writeOffs = writeOffs;
        this.holders = holders;
        this.audit = audit;
        this.clock = clock;
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
     * Moves the stock, once for each form; where many pieces are gone, only once somebody else says
     * the same. What orders hold can't break: it must be given up first.
     */
    @Transactional
    Mono<Noting> note(Note note) {
        return movements
                .lock(note.variant())
                .flatMap(
                        available ->
                                isKnown(note.form())
                                        .flatMap(
                                                known ->
                                                        known
                                                                ? Mono.just(new Before())
                                                                : note(note, available)));
    }

    private Mono<Boolean> isKnown(UUID form) {
        return movements
                .isKnown(form)
                .flatMap(known -> known ? Mono.just(true) : writeOffs.isKnown(form));
    }

    private Mono<Noting> note(Note note, int available) {
        String ground = note.change().ground();
        return ground == null
                ? movements.add(note, null, clock.instant()).thenReturn(new Noted())
                : writeOffs.note(note, ground, available);
    }

    /** Pieces that somebody says are gone, and nobody else yet. */
    Mono<List<WriteOff>> waiting(StockPiece piece) {
        return writeOffs.waiting(piece.variant());
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
