package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.util.Collection;
import java.util.UUID;

/** Which orders wait to be sent, those that have waited longest first. */
@Repository
class CarrierFileStore {

    private final DatabaseClient database;

    CarrierFileStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An order that waits.
     *
     * @param unmade whether something of it is still to be made
     */
    record Waiting(OrderId order, boolean unmade) {}

    /**
     * As many as fit on a page and into a file.
     *
     * @param after the order that stood last on the page before; any other id begins
     */
    Flux<Waiting> waiting(UUID after, int most) {
        return database.sql(
                        """
                        select d.order_id, coalesce((
                                   select true from fulfilment.making m
                                     join fulfilment.line using (order_id, variant)
                                    where m.order_id = d.order_id and m.made_at is null
                                      and line.remaining > 0 limit 1), false) as unmade
                          from fulfilment.dispatch d
                         where d.remaining > 0 and not d.stopped
                           and not exists (
                                   select from fulfilment.dispatch last
                                    where last.order_id = :after
                                      and (d.paid_at, d.order_id) <= (last.paid_at, last.order_id))
                         order by d.paid_at, d.order_id limit :most
                        """)
                .bind("after", after)
                .bind("most", most)
                .map(
                        row ->
                                new Waiting(
                                        new OrderId(Row.uuid(row, "order_id")),
                                        Row.flag(row, "unmade")))
                .all();
    }

    /** Of these orders those that wait. */
    Flux<OrderId> waiting(Collection<UUID> orders, int most) {
        return database.sql(
                        """
                        select order_id from fulfilment.dispatch
                        where order_id = any (cast(:orders as uuid[])) and remaining > 0 and not stopped
                        order by paid_at, order_id limit :most
                        """)
                .bind("orders", orders.toArray(UUID[]::new))
                .bind("most", most)
                .map(row -> new OrderId(Row.uuid(row, "order_id")))
                .all();
    }
}
