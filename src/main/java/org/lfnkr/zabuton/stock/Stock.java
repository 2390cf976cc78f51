package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.ReservationResult.OutOfStock;
import org.lfnkr.zabuton.stock.ReservationResult.Reserved;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The pieces in stock. A holder is whoever has a claim on pieces, such as an order, by its id. What
 * is made to order has no stock: leave it out.
 */
@Service
public class Stock {

    private final StockStore store;
    private final CounterStockStore counterStore;

    Stock(StockStore store, CounterStockStore counterStore) {
        this.store = store;
        this.counterStore = counterStore;
    }

    /**
     * Holds every line for that holder, or none. Asked again for the same holder, it says what it
     * said and holds nothing more; after a release the holder may reserve anew.
     */
    @Transactional
    public Mono<ReservationResult> reserve(UUID holder, List<StockLine> lines) {
        return store.reserve(holder, lines)
                .filterWhen(shortages -> isRefusal(holder, shortages))
                .<ReservationResult>map(OutOfStock::new)
                .defaultIfEmpty(new Reserved());
    }

    /** Whether anything is held for that holder, or was sold to them. */
    public Mono<Boolean> isHolding(UUID holder) {
        return store.hasClaim(holder);
    }

    /** Gives up what the holder still holds; what was sold stays sold. */
    @Transactional
    public Mono<Void> release(UUID holder) {
        return store.release(holder);
    }

    /** The held pieces leave the stock; a second call does nothing. */
    @Transactional
    public Mono<Void> sell(UUID holder) {
        return store.sell(holder);
    }

    /**
     * Sold pieces come back and can be sold again. Never more come back than were sold to that
     * holder and aren't back yet.
     */
    @Transactional
    public Mono<Void> takeBack(UUID holder, List<StockLine> lines) {
        return store.takeBack(holder, lines);
    }

    /**
     * Sold pieces come back and can't be sold again: both stands in the history, and the shelf has
     * as many as before. They count as back, as above.
     *
     * @param actor the account of the member of staff who has looked at them
     */
    @Transactional
    public Mono<Void> takeBackDamaged(UUID holder, List<StockLine> lines, String actor) {
        return store.takeBackDamaged(holder, lines, actor);
    }

    /**
     * Pieces leave the shelf in the place of some that were sold to that holder and came back. Each
     * call takes: this one is not idempotent. Without enough that nobody holds it is an error.
     *
     * @param actor the account of the member of staff who has looked at what came
     */
    @Transactional
    public Mono<Void> replace(UUID holder, List<StockLine> lines, String actor) {
        return store.replace(holder, lines, actor);
    }

    /** New pieces. Each call adds: this one is not idempotent. */
    @Transactional
    public Mono<Void> receive(VariantId variant, int quantity, Arrival arrival) {
        return store.receive(new StockLine(variant, quantity), arrival.reason());
    }

    /**
     * Pieces leave the shelf for a counter, all or none, once for each form.
     *
     * @param holder the counter's day
     * @param form its id: each piece of it moves once
     * @param actor the account of the member of staff
     */
    @Transactional
    public Mono<ReservationResult> takeAlong(
            UUID holder, List<StockLine> lines, UUID form, String actor) {
        return counterStore
                .shortages(lines)
                .<ReservationResult>map(OutOfStock::new)
                .switchIfEmpty(
                        Mono.defer(() -> counterStore.move(holder, lines, "taken", form, actor))
                                .thenReturn(new Reserved()));
    }

    /** Whether a form has moved pieces to a counter or back before. */
    public Mono<Boolean> isKnown(UUID form, List<StockLine> lines) {
        return counterStore.isKnown(form, lines);
    }

    /** What was not sold there comes back onto the shelf, once for each form. */
    @Transactional
    public Mono<Void> bringBack(UUID holder, List<StockLine> lines, UUID form, String actor) {
        return counterStore.move(holder, lines, "brought", form, actor);
    }

    /** How many pieces can be promised now, for each of these variants; 0 for an unknown one. */
    public Mono<Map<VariantId, Integer>> available(Collection<VariantId> variants) {
        return store.available(variants);
    }

    // A call of the same holder may have got the last piece while this one waited for the rows.
    private Mono<Boolean> isRefusal(UUID holder, Map<VariantId, Integer> shortages) {
        return shortages.isEmpty() ? Mono.just(false) : store.hasClaim(holder).map(it -> !it);
    }
}
