package org.lfnkr.zabuton.fulfilment;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.fulfilment.DispatchLineStore.Left;
import org.lfnkr.zabuton.fulfilment.DispatchStore.Open;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.WaitingRefunds;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which orders wait to be sent. Their own facts decide; the list follows them. */
@Component
class Dispatches {

    private final Orders orders;
    private final Timings timings;
    private final DispatchStore store;
    private final DispatchLineStore lines;
    private final Catalog catalog;
    private final WaitingRefunds refunds;
    private final Clock clock;

    Dispatches(
            Orders orders,
            Timings timings,
            DispatchStore store,
            DispatchLineStore lines,
            Catalog catalog,
            WaitingRefunds refunds,
            Clock clock) {
        this.orders = orders;
        this.timings = timings;
        this.catalog = catalog;
        this.store = store;
        this.lines = lines;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * Those that have waited longest first.
     *
     * @param after the order that stood last on the page before; any other id begins
     * @param late only those that should have left us before today
     */
    Mono<Slice<WaitingOrder>> waiting(UUID after, boolean late) {
        return store.open(after, due(late)).collectList().map(Slice::of).flatMap(this::withPieces);
    }

    private Mono<Slice<WaitingOrder>> withPieces(Slice<Open> open) {
        return Mono.zip(lines.left(open.items()).collectList(), refunds.orders().collect(toSet()))
                .map(
                        both ->
                                open.with(
                                        open.items().stream()
                                                .map(it -> waiting(it, both.getT1(), both.getT2()))
                                                .toList()));
    }

    private WaitingOrder waiting(Open open, List<Left> left, Set<OrderId> refunding) {
        return WaitingOrder.of(open, left, refunding.contains(open.order()), clock.instant());
    }

    /** How many wait, or are late. */
    Mono<Tally> tally(boolean late) {
        return store.tally(due(late));
    }

    private Due due(boolean late) {
        return late ? Due.late(clock.instant()) : Due.EVER;
    }

    /** What is to be fetched, in the order of the shop's shelf, what has left it last. */
    Mono<PickList> picks(Language language) {
        return Mono.zip(
                        lines.picks(PickList.MOST).collectList(),
                        catalog.allOffers(BusinessDate.of(clock.instant())),
                        lines.isPickedWhole(PickList.MOST))
                .map(
                        it ->
                                new PickList(
                                        sorted(
                                                it.getT1(),
                                                List.copyOf(it.getT2().values()),
                                                language),
                                        it.getT3()));
    }

    private static List<Pick> sorted(List<Pick> picks, List<Offer> shelf, Language language) {
        Map<String, Offer> offers =
                shelf.stream().collect(toMap(it -> it.variant().sku(), identity()));
        List<String> places = shelf.stream().map(it -> it.variant().sku()).toList();
        return picks.stream()
                .sorted(
                        comparing((Pick it) -> places.indexOf(it.sku()) < 0)
                                .thenComparing(it -> places.indexOf(it.sku())))
                .map(it -> it.called(offers.get(it.sku()), language))
                .toList();
    }

    /** Brings the list to where the order stands; in the caller's transaction. */
    Mono<Void> follow(OrderId id) {
        return orders.locked(id).flatMap(this::follow);
    }

    /** What was never paid is not sent. */
    Mono<Void> follow(OrderStory story) {
        return story.order().paidAt() == null
                ? Mono.empty()
                : timings.of(story.order().id())
                        .flatMap(timing -> store.begin(story, timing))
                        .then(store.setStopped(story.order().id(), !story.standing().maySend()));
    }
}
