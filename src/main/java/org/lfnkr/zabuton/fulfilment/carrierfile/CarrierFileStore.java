package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

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

    /** As many as fit on a page and into a file. */
    Flux<Waiting> waiting(int most) {
        return database.sql(
                        """
                        select d.order_id, coalesce((
                                   select true from fulfilment.making m
                                     join fulfilment.line using (order_id, variant)
                                    where m.order_id = d.order_id and m.made_at is null
                                      and line.remaining > 0 limit 1), false) as unmade
                          from fulfilment.dispatch d
                         where d.remaining > 0 and not d.stopped
                         order by d.paid_at, d.order_id limit :most
                        """)
                .bind("most", most)
                .map(
                        row ->
                                new Waiting(
                                        new OrderId(Row.uuid(row, "order_id")),
                                        Row.flag(row, "unmade")))
                .all();
    }
}
