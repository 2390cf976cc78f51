package org.lfnkr.zabuton.orders;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.StockLine;
import org.springframework.modulith.NamedInterface;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The order rows. What they become is written by the room of their life. */
@NamedInterface("inside")
@Repository
public class OrderStore {

    private static final String SELECT =
            """
            select id, reference, attempt, language, status, subject, payment, country,
                   goods, shipping, gift, cover, tax, costs, carrier_cost, uncosted_goods,
                   uncosted_shipping, uncosted_tax, uncosted_carrier_cost, assumed_fee, shipping_rate, zone_en, zone_ja,
                   min_days, max_days, outcome_price, gift_terms, refunded, disputed, superseded,
                   placed_at, paid_at
              from orders.orders
            """;

    /** Of an order that waits for money, of the same attempt as another one with other content. */
    public static final String WAITS_BESIDE =
            """
             attempt = :attempt and fingerprint <> :fingerprint
               and status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI')
            """;

    private final DatabaseClient database;

    OrderStore(DatabaseClient database) {
        this.database = database;
    }

    /** By what the guard knows the order. */
    public Mono<UUID> passage(OrderId id) {
        return database.sql("select attempt, fingerprint from orders.orders where id = :id")
                .bind("id", id.value())
                .map((Readable row) -> passageOf(row))
                .one();
    }

    private static UUID passageOf(Readable row) {
        return Passage.of(Row.uuid(row, "attempt"), Row.text(row, "fingerprint"));
    }

    Flux<Order> earlier(UUID attempt, String fingerprint) {
        return database.sql(SELECT + " where" + WAITS_BESIDE)
                .bind("attempt", attempt)
                .bind("fingerprint", fingerprint)
                .map(OrderRows::order)
                .all();
    }

    Mono<Order> latest(UUID attempt) {
        return one(SELECT + " where attempt = :value order by placed_at desc limit 1", attempt);
    }

    /** Empty where there is none. */
    public Mono<Order> find(OrderId id) {
        return one(SELECT + " where id = :value", id.value());
    }

    /** Those of these that there are, in any order. */
    public Flux<Order> find(Collection<OrderId> ids) {
        return database.sql(SELECT + " where id = any(:ids)")
                .bind("ids", OrderId.values(ids))
                .map(OrderRows::order)
                .all();
    }

    /** The order that people know by this reference; empty where there is none. */
    public Mono<Order> find(String reference) {
        return one(SELECT + " where reference = :value", reference);
    }

    /** The orders of these people alone, latest first. */
    public Flux<Order> of(UUID[] subjects) {
        return database.sql(
                        SELECT + " where subject = any(:subjects) order by placed_at desc, id desc")
                .bind("subjects", subjects)
                .map(OrderRows::order)
                .all();
    }

    /**
     * The same, as many as a page shows. They are few, so they are read first: by time alone, all
     * orders of the shop would be gone through for them.
     *
     * @param before the reference of the last one on the page before; any other begins
     */
    public Mono<Slice<Order>> of(UUID[] subjects, String before) {
        return database.sql(
                        "with mine as materialized ("
                                + SELECT
                                + """
                                 where subject = any(:subjects))
                                select * from mine
                                 where not exists (
                                       select from mine last where last.reference = :before
                                          and (last.placed_at, last.id) <= (mine.placed_at, mine.id))
                                 order by placed_at desc, id desc limit :most
                                """)
                .bind("subjects", subjects)
                .bind("before", before)
                .bind("most", Slice.ASKED)
                .map(OrderRows::order)
                .all()
                .collectList()
                .map(Slice::of);
    }

    /** Of all orders of these people. */
    Flux<String> references(UUID[] subjects) {
        return database.sql("select reference from orders.orders where subject = any(:subjects)")
                .bind("subjects", subjects)
                .map(row -> Row.text(row, "reference"))
                .all();
    }

    /** What these people paid for orders, without what went back. */
    Mono<Money> spent(UUID[] subjects) {
        return database.sql(
                        """
                        select coalesce(sum(goods + shipping + gift + cover - refunded), 0)::bigint as spent
                          from orders.orders where subject = any(:subjects) and paid_at is not null
                        """)
                .bind("subjects", subjects)
                .map(row -> Row.money(row, "spent"))
                .one();
    }

    /** The order, which nobody else changes until the transaction ends. */
    public Mono<Order> lock(OrderId id) {
        return one(SELECT + " where id = :value for update", id.value());
    }

    private Mono<Order> one(String sql, Object value) {
        return database.sql(sql).bind("value", value).map(OrderRows::order).one();
    }

    /** Its lines in the order of the cart. */
    public Flux<SoldLine> lines(OrderId order) {
        return lines(List.of(order)).flatMapIterable(all -> all.getOrDefault(order, List.of()));
    }

    /** The same of several, by order. */
    public Mono<Map<OrderId, List<SoldLine>>> lines(Collection<OrderId> orders) {
        return database.sql(
                        "select * from orders.line where order_id = any(:orders) order by position")
                .bind("orders", OrderId.values(orders))
                .map(
                        row ->
                                new Owned<>(
                                        new OrderId(Row.uuid(row, "order_id")),
                                        OrderRows.line(row)))
                .all()
                .collect(Owned.byOwner());
    }

    /** What was on the shelf; what is made to order never was. */
    public Mono<List<StockLine>> pieces(OrderId order) {
        return lines(order).filter(line -> !line.madeToOrder()).map(SoldLine::pieces).collectList();
    }

    /** What happened to it, oldest first. */
    public Flux<Happening> happenings(OrderId order) {
        return database.sql(
                        "select kind, amount, at from orders.happening"
                                + " where order_id = :order order by id")
                .bind("order", order.value())
                .map(OrderRows::happening)
                .all();
    }
}
