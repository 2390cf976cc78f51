package org.lfnkr.zabuton.orders.desk;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.desk.OrderDeskStore.Listed;
import org.lfnkr.zabuton.orders.desk.OrderDeskStore.Place;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Orders as staff look for them. Nothing here names a person. */
@Service
public class OrderDesk {

    /** As many are read at once where all are wanted. */
    private static final int AT_ONCE = 500;

    private final OrderDeskStore store;
    private final OrderStore orders;
    private final OrderStandings standings;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final Clock clock;

    OrderDesk(
            OrderDeskStore store,
            OrderStore orders,
            OrderStandings standings,
            Catalog catalog,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.standings = standings;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The latest first, as many as a page shows.
     *
     * @param before the reference of the last one on the page before; any other begins
     */
    Mono<Slice<DeskOrder>> list(OrderFilter filter, String before) {
        return store.place(before)
                .flatMap(place -> page(filter, place, Slice.ASKED))
                .map(Slice::of);
    }

    /** Of all that the filter lets through. */
    Mono<DeskTotals> totals(OrderFilter filter) {
        return store.totals(filter);
    }

    /**
     * All that the filter lets through, the latest first, after it was noted who takes them away.
     *
     * @param actor the account of the member of staff
     * @param address the filter as an address says it
     */
    Flux<DeskOrder> export(OrderFilter filter, String actor, String address) {
        return audit.record(actor, "orders.exported", address, "desk")
                .thenMany(Flux.defer(() -> store.place("")))
                .flatMap(start -> all(filter, start));
    }

    private Flux<DeskOrder> all(OrderFilter filter, Place start) {
        return page(filter, start, AT_ONCE)
                .expand(
                        page ->
                                page.size() < AT_ONCE
                                        ? Mono.empty()
                                        : page(filter, place(page.getLast().order()), AT_ONCE))
                .concatMapIterable(page -> page);
    }

    private static Place place(Order order) {
        return new Place(order.placedAt(), order.reference());
    }

    private Mono<List<DeskOrder>> page(OrderFilter filter, Place after, int most) {
        return store.after(filter, after, most).collectList().flatMap(this::withStandings);
    }

    private Mono<List<DeskOrder>> withStandings(List<Listed> listed) {
        return standings
                .of(listed.stream().map(Listed::order).toList())
                .map(known -> listed.stream().map(it -> it.standing(known)).toList());
    }

    /**
     * The same story with its goods called as the shelf calls them in a language; what has left the
     * shelf keeps the name by which it was sold.
     */
    public Mono<OrderStory> worded(OrderStory story, Language language) {
        return catalog.allOffers(BusinessDate.of(clock.instant()))
                .map(shelf -> story.worded(shelf, language));
    }

    /** The order that people call so, whoever's it is; empty where there is none. */
    public Mono<Order> find(String reference) {
        return orders.find(reference);
    }
}
