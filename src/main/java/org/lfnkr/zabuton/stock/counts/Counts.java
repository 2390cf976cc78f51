package org.lfnkr.zabuton.stock.counts;

import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.Unsent;
import org.lfnkr.zabuton.stock.alone.AloneLimit;
import org.lfnkr.zabuton.stock.alone.MovedAlone;
import org.lfnkr.zabuton.stock.counts.Tally.Before;
import org.lfnkr.zabuton.stock.counts.Tally.Confirms;
import org.lfnkr.zabuton.stock.counts.Tally.Holds;
import org.lfnkr.zabuton.stock.counts.Tally.Promised;
import org.lfnkr.zabuton.stock.counts.Tally.Waits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts of the shelf. What lies here is what nobody has paid for, and what is paid and not sent
 * yet; the difference to that becomes a movement, a large one only when two people have found it.
 */
@Service
class Counts {

    private final CountStore store;
    private final Unsent unsent;
    private final MovedAlone alone;
    private final AloneLimit limit;
    private final Clock clock;

    Counts(CountStore store, Unsent unsent, MovedAlone alone, AloneLimit limit, Clock clock) {
        this.store = store;
        this.unsent = unsent;
        this.alone = alone;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * By SKU.
     *
     * @param after the SKU of the last one on the page before; the empty one begins
     */
    Mono<Slice<Countable>> list(String after) {
        return store.countable(after).collectList().map(Slice::of);
    }

    /** What waits for a second count. */
    Mono<List<Countable>> waiting() {
        return store.waiting().collectList();
    }

    /** Of which many are gone, as one person says and nobody else yet. */
    Mono<List<Countable>> gone() {
        return store.gone().collectList();
    }

    /** What staff call so; empty where nothing in stock is called so. */
    Mono<Countable> find(String sku) {
        return store.find(sku);
    }

    /** Notes a count, once for each form, and moves the stock where it holds. */
    @Transactional
    Mono<Tally> note(Stocktake count) {
        return store.begin(count.variant())
                .then(Mono.defer(() -> store.lock(count.variant())))
                .flatMap(
                        shelf ->
                                Mono.zip(
                                        unsent.pieces(count.variant()),
                                        alone.today(count.variant()),
                                        shelf::with))
                .flatMap(shelf -> note(count, shelf));
    }

    private Mono<Tally> note(Stocktake count, Shelf shelf) {
        return store.isKnown(count.id())
                .flatMap(
                        known ->
                                known
                                        ? Mono.just(new Before())
                                        : tally(count, shelf)
                                                .delayUntil(it -> carryOut(count, shelf, it)));
    }

    private Mono<Tally> tally(Stocktake count, Shelf shelf) {
        return store.waiting(count.variant())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(waiting -> Tally.of(count, shelf, limit, waiting.orElse(null)));
    }

    private Mono<Void> carryOut(Stocktake count, Shelf shelf, Tally tally) {
        return switch (tally) {
            case Holds holds ->
                    add(count, shelf, false).then(move(count, count.id(), holds.difference()));
            case Waits waits -> add(count, shelf, true);
            case Confirms second ->
                    store.confirm(second.first(), count.by(), clock.instant())
                            .then(move(count, second.first(), second.difference()));
            case Before before -> Mono.empty();
            case Promised promised -> Mono.empty();
        };
    }

    private Mono<Void> add(Stocktake count, Shelf shelf, boolean large) {
        return store.replace(count.variant())
                .then(Mono.defer(() -> store.add(count, shelf, large, clock.instant())));
    }

    private Mono<Void> move(Stocktake count, UUID stocktake, int difference) {
        return difference == 0
                ? Mono.empty()
                : Mono.defer(() -> store.move(count, stocktake, difference));
    }
}
