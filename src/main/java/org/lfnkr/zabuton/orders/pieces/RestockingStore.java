package org.lfnkr.zabuton.orders.pieces;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.SoldLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Repository
class RestockingStore {

    private final DatabaseClient database;

    RestockingStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An order whose pieces wait for a decision.
     *
     * @param status of the order, which tells where its money is
     */
    record Asked(OrderId id, String reference, Instant askedAt, OrderStatus status) {

        Restocking.Undecided with(List<SoldLine> pieces) {
            return new Restocking.Undecided(id, reference, askedAt, status, pieces);
        }
    }

    /** Asks, and asks anew of an order where more is to be decided than was. */
    Mono<Void> ask(OrderId order, Instant at) {
        return database.sql(
                        """
                        insert into orders.restocking as r (order_id, asked_at) values (:order, :at)
                        on conflict (order_id) do update
                        set asked_at = excluded.asked_at, decided_at = null, restocked = null
                        where r.decided_at is not null
                        """)
                .bind("order", order.value())
                .bind("at", at)
                .then();
    }

    /**
     * Those that have waited longest.
     *
     * @param after the last of the page before; any other id begins
     */
    Flux<Asked> open(UUID after) {
        return database.sql(
                        """
                        select r.order_id, r.asked_at, o.reference, o.status
                        from orders.restocking r join orders.orders o on o.id = r.order_id
                        where r.decided_at is null and not exists (
                            select from orders.restocking last
                            where last.order_id = :after
                              and (r.asked_at, r.order_id) <= (last.asked_at, last.order_id))
                        order by r.asked_at, r.order_id limit :most
                        """)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(
                        row ->
                                new Asked(
                                        new OrderId(Row.uuid(row, "order_id")),
                                        Row.text(row, "reference"),
                                        Row.instant(row, "asked_at"),
                                        OrderStatus.valueOf(Row.text(row, "status"))))
                .all();
    }

    /** Says whether it was still to be decided. */
    Mono<Boolean> decide(OrderId order, boolean restocked, Instant at) {
        return database.sql(
                        """
                        update orders.restocking set restocked = :restocked, decided_at = :at
                        where order_id = :order and decided_at is null
                        """)
                .bind("order", order.value())
                .bind("restocked", restocked)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
