package org.lfnkr.zabuton.orders.pieces;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What becomes of pieces whose money goes back. It is decided by people and never by the money, and
 * only once for each piece: nothing is put on the shelf twice.
 */
@Service
public class Fates {

    private final FateStore store;
    private final RestockingStore questions;
    private final Stock stock;
    private final Clock clock;

    Fates(FateStore store, RestockingStore questions, Stock stock, Clock clock) {
        this.store = store;
        this.questions = questions;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * Notes what becomes of pieces and moves the stock by it. The order is locked by the caller,
     * whose transaction this joins.
     *
     * @param actor the account of the member of staff who decides
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> decide(OrderStory locked, Collection<FatedPieces> pieces, String actor) {
        OrderId order = locked.order().id();
        List<FatedPieces> unsaid =
                pieces.stream().filter(it -> it.fate() != PieceFate.RETURNED).toList();
        return unsaid.isEmpty() ? Mono.empty() : say(locked, unsaid, false, actor);
    }

    /**
     * The same of pieces in whose place others go to the buyer, so that these may come back as
     * well. They leave the shelf at once; somebody held them until now, or it is an error.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> exchange(OrderStory locked, Collection<FatedPieces> pieces, String actor) {
        return say(locked, pieces, true, actor)
                .then(
                        stock.replace(
                                locked.order().id().value(),
                                onShelf(locked, pieces, fate -> true),
                                actor));
    }

    private Mono<Void> say(
            OrderStory locked, Collection<FatedPieces> pieces, boolean replaced, String actor) {
        OrderId order = locked.order().id();
        return store.add(order, pieces, replaced, actor, clock.instant())
                .then(move(order, onShelf(locked, pieces, PieceFate::isForSale)))
                .then(spoil(order, onShelf(locked, pieces, PieceFate.DAMAGED::equals), actor))
                .then(await(order, pieces));
    }

    private Mono<Void> move(OrderId order, List<StockLine> pieces) {
        return pieces.isEmpty() ? Mono.empty() : stock.takeBack(order.value(), pieces);
    }

    private Mono<Void> spoil(OrderId order, List<StockLine> pieces, String actor) {
        return pieces.isEmpty()
                ? Mono.empty()
                : stock.takeBackDamaged(order.value(), pieces, actor);
    }

    private Mono<Void> await(OrderId order, Collection<FatedPieces> pieces) {
        return pieces.stream().anyMatch(it -> it.fate() == PieceFate.AWAITED)
                ? questions.ask(order, clock.instant())
                : Mono.empty();
    }

    /** What is made to order has no shelf. */
    private static List<StockLine> onShelf(
            OrderStory order, Collection<FatedPieces> pieces, Predicate<PieceFate> which) {
        Set<VariantId> shelved =
                order.lines().stream()
                        .filter(line -> !line.madeToOrder())
                        .map(SoldLine::variant)
                        .collect(Collectors.toSet());
        return pieces.stream()
                .filter(it -> which.test(it.fate()) && shelved.contains(it.variant()))
                .map(it -> new StockLine(it.variant(), it.quantity()))
                .toList();
    }

    /** Of how many pieces of each line nobody has said what became of them; of none but those. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Map<VariantId, Integer>> unsaid(OrderId order) {
        return store.unsaid(order);
    }

    /** Of which pieces with a shelf somebody has yet to say what became of them. */
    Mono<List<SoldLine>> undecided(OrderId order) {
        return undecided(List.of(order)).map(all -> all.getOrDefault(order, List.of()));
    }

    /** The same of several, by order; whichever has none is not in it. */
    Mono<Map<OrderId, List<SoldLine>>> undecided(Collection<OrderId> orders) {
        return store.undecided(orders);
    }

    /** Says of all of these what became of them, in the caller's transaction. */
    Mono<Void> settle(OrderId order, PieceFate fate, String actor) {
        return undecided(order)
                .delayUntil(lines -> store.settle(order, fate, actor, clock.instant()))
                .filter(lines -> fate.isForSale())
                .flatMap(lines -> move(order, lines.stream().map(SoldLine::pieces).toList()));
    }
}
