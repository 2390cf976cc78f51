package org.lfnkr.zabuton.orders.desk;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderRows;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Reads orders as staff look for them. */
@Repository
class OrderDeskStore {

    /** What a filter lets through. */
    private static final String FILTERED =
            """
             where placed_at >= :from and placed_at < :until and status = any(:statuses)
               and sent = any(:sent) and (not :unsent or not disputed)
               and (not :disputed or disputed)
               and (not :part or (refunded > 0 and refunded < total))
               and (:means = '' or means = :means)
               and (not :ending or pay_by >= :codeFrom and pay_by < :codeUntil)
            """;

    private static final String LISTED =
            """
            select o.*, (select sum(quantity)::int from orders.line where order_id = o.id) as pieces
              from orders.orders o
            """;

    private static final String LATEST_FIRST =
            " order by placed_at desc, reference desc limit :most";

    private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");

    private final DatabaseClient database;

    OrderDeskStore(DatabaseClient database) {
        this.database = database;
    }

    /** Where an order stands in the list. */
    record Place(Instant placedAt, String reference) {}

    /** A row of the list, as it is stored. */
    record Listed(Order order, int pieces, String means) {

        DeskOrder standing(Map<OrderId, OrderStanding> known) {
            return new DeskOrder(
                    order, pieces, means, Objects.requireNonNull(known.get(order.id())));
        }
    }

    /**
     * The latest first.
     *
     * @param after behind which place
     */
    Flux<Listed> after(OrderFilter filter, Place after, int most) {
        return filtered(
                        LISTED
                                + FILTERED
                                + " and (placed_at, reference) < (:at, :reference)"
                                + LATEST_FIRST,
                        filter)
                .bind("at", after.placedAt())
                .bind("reference", after.reference())
                .bind("most", most)
                .map(OrderDeskStore::listed)
                .all();
    }

    Mono<DeskTotals> totals(OrderFilter filter) {
        return filtered(
                        """
                        select count(*) as orders, count(paid_at) as paid,
                               coalesce(sum(total) filter (where paid_at is not null), 0)::bigint as total,
                               coalesce(sum(gift) filter (where paid_at is not null), 0)::bigint as gifts,
                               coalesce(sum(refunded) filter (where paid_at is not null), 0)::bigint as refunded,
                               coalesce(sum((select sum(quantity) from orders.line
                                              where order_id = counted.id))
                                        filter (where paid_at is not null), 0)::bigint as pieces
                          from (select id, paid_at, total, gift, refunded from orders.orders
                        """
                                + FILTERED
                                + " order by placed_at desc, reference desc limit :counted)"
                                + " counted",
                        filter)
                .bind("counted", DeskTotals.MOST + 1)
                .map(
                        row ->
                                new DeskTotals(
                                        Row.whole(row, "orders"),
                                        Row.whole(row, "paid"),
                                        Row.whole(row, "pieces"),
                                        Row.money(row, "total"),
                                        Row.money(row, "gifts"),
                                        Row.money(row, "refunded")))
                .one();
    }

    /** Where the order of that reference stands; of any other, the list begins. */
    Mono<Place> place(String reference) {
        return database.sql(
                        "select placed_at, reference from orders.orders where reference ="
                                + " :reference")
                .bind("reference", reference)
                .map(row -> new Place(Row.instant(row, "placed_at"), Row.text(row, "reference")))
                .one()
                .defaultIfEmpty(BEGINNING);
    }

    private GenericExecuteSpec filtered(String sql, OrderFilter filter) {
        return database.sql(sql)
                .bind("from", filter.begin())
                .bind("until", filter.end())
                .bind("statuses", filter.statuses())
                .bind("sent", filter.sent())
                .bind("unsent", filter.state() == OrderFilter.State.TO_SEND)
                .bind("disputed", filter.state() == OrderFilter.State.DISPUTED)
                .bind("part", filter.state() == OrderFilter.State.PART_REFUNDED)
                .bind("means", filter.means())
                .bind("ending", filter.ends() != null)
                .bind("codeFrom", filter.codeBegin())
                .bind("codeUntil", filter.codeEnd());
    }

    private static Listed listed(Readable row) {
        String means = row.get("means", String.class);
        return new Listed(
                OrderRows.order(row), Row.number(row, "pieces"), means == null ? "" : means);
    }
}
