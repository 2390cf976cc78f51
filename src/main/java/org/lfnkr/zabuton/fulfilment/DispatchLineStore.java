package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How many pieces of each kind are still to be sent of paid orders. */
@Repository
class DispatchLineStore {

    private final DatabaseClient database;

    DispatchLineStore(DatabaseClient database) {
        this.database = database;
    }

    /** So many pieces of a kind that are to be sent. */
    record Left(UUID order, String sku, int pieces) {}

    Flux<Left> left(Collection<DispatchStore.Open> orders) {
        return database.sql(
                        """
                        select order_id, sku, remaining from fulfilment.line
                         where order_id = any(:orders) and remaining > 0 order by sku
                        """)
                .bind("orders", orders.stream().map(it -> it.order().value()).toArray(UUID[]::new))
                .map(
                        row ->
                                new Left(
                                        Row.uuid(row, "order_id"),
                                        Row.text(row, "sku"),
                                        Row.number(row, "remaining")))
                .all();
    }

    /**
     * What is to be fetched from the shelf for the orders that have waited longest, by what stands
     * on it.
     *
     * @param most orders
     */
    Flux<Pick> picks(int most) {
        return database.sql(
                        """
                        select line.sku, sum(line.remaining)::int as pieces, count(*)::int as orders
                          from (select order_id from fulfilment.dispatch
                                 where remaining > 0 and not stopped
                                 order by paid_at, order_id limit :most) d
                               join fulfilment.line using (order_id)
                         where line.remaining > 0
                           and not exists (
                                   select from fulfilment.making m
                                    where m.order_id = line.order_id and m.variant = line.variant
                                      and m.made_at is null)
                         group by line.sku order by line.sku
                        """)
                .bind("most", most)
                .map(
                        row ->
                                new Pick(
                                        Row.text(row, "sku"),
                                        "",
                                        Row.number(row, "pieces"),
                                        Row.number(row, "orders")))
                .all();
    }

    /** Whether no order waits behind those of {@link #picks}. */
    Mono<Boolean> isPickedWhole(int most) {
        return database.sql(
                        """
                        select not exists (
                            select from fulfilment.dispatch where remaining > 0 and not stopped
                             order by paid_at, order_id offset :most limit 1)
                        """)
                .bind("most", most)
                .mapValue(Boolean.class)
                .one();
    }

    /** Says whether anything was left. */
    Mono<Boolean> callOff(OrderId order) {
        return database.sql(
                        """
                        update fulfilment.line set called_off = called_off + remaining
                         where order_id = :order and remaining > 0
                        """)
                .bind("order", order.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Sends so many more of these, in the place of what came back. */
    Mono<Void> replace(OrderId order, List<ParcelLine> pieces, LocalDate due) {
        return database.sql(
                        """
                        with later as (
                            update fulfilment.dispatch set due = :due where order_id = :order
                        )
                        update fulfilment.line set replacing = replacing + more.quantity
                          from unnest(cast(:variants as uuid[]), cast(:quantities as int[]))
                                   as more (variant, quantity)
                         where line.order_id = :order and line.variant = more.variant
                        """)
                .bind("order", order.value())
                .bind("due", due)
                .bind(
                        "variants",
                        pieces.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(ParcelLine::quantity).toArray(Integer[]::new))
                .then();
    }

    /** Of so many of these; more than are left is an error. */
    Mono<Void> callOff(OrderId order, List<ParcelLine> pieces) {
        return database.sql(
                        """
                        update fulfilment.line set called_off = called_off + off.quantity
                          from unnest(cast(:variants as uuid[]), cast(:quantities as int[]))
                                   as off (variant, quantity)
                         where line.order_id = :order and line.variant = off.variant
                        """)
                .bind("order", order.value())
                .bind(
                        "variants",
                        pieces.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(ParcelLine::quantity).toArray(Integer[]::new))
                .then();
    }
}
