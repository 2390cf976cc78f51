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

    /** As many as fit on a page and into a file. */
    Flux<OrderId> waiting(int most) {
        return database.sql(
                        """
                        select order_id from fulfilment.dispatch
                         where remaining > 0 and not stopped
                         order by paid_at, order_id limit :most
                        """)
                .bind("most", most)
                .map(row -> new OrderId(Row.uuid(row, "order_id")))
                .all();
    }
}
