package org.lfnkr.zabuton.orders;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.guard.Passage;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.stock.StockLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Repository
class OrderStore {

    private static final String SELECT =
            """
            select id, reference, attempt, language, status, subject, payment, country,
                   goods, shipping, gift, cover, tax, costs, carrier_cost, uncosted_goods,
                   uncosted_shipping, uncosted_tax, uncosted_carrier_cost, assumed_fee, shipping_rate, zone_en, zone_ja,
                   min_days, max_days, outcome_price, gift_terms, refunded, disputed, superseded,
                   placed_at, paid_at
              from orders.orders
            """;

    private final DatabaseClient database;

    OrderStore(DatabaseClient database) {
        this.database = database;
    }

    /** One checkout at a time may place an order for this attempt. */
    Mono<Void> lockAttempt(UUID attempt) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:attempt, 0))")
                .bind("attempt", attempt.toString())
                .then();
    }

    /** By what the guard knows the order. */
    Mono<UUID> passage(OrderId id) {
        return database.sql("select attempt, fingerprint from orders.orders where id = :id")
                .bind("id", id.value())
                .map((Readable row) -> passageOf(row))
                .one();
    }

    private static UUID passageOf(Readable row) {
        return Passage.of(Row.uuid(row, "attempt"), Row.text(row, "fingerprint"));
    }

    Flux<Order> earlier(UUID attempt, String fingerprint) {
        return database.sql(
                        SELECT
                                + """
                                 where attempt = :attempt and fingerprint <> :fingerprint
                                   and status in ('AWAITING_PAYMENT', 'AWAITING_KONBINI')
                                """)
                .bind("attempt", attempt)
                .bind("fingerprint", fingerprint)
                .map(OrderRows::order)
                .all();
    }

    /**
     * Whether another order is paid of which one took the other's place: nobody wanted both. What
     * is ordered after a paid order is wanted beside it.
     */
    Mono<Boolean> isPaidTwice(Order order) {
        return database.sql(
                        """
                        select exists (
                            select from orders.orders
                            where attempt = :attempt and id <> :id and status = 'PAID'
                              and (superseded or :superseded))
                        """)
                .bind("attempt", order.attempt())
                .bind("id", order.id().value())
                .bind("superseded", order.superseded())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Order> latest(UUID attempt) {
        return one(SELECT + " where attempt = :value order by placed_at desc limit 1", attempt);
    }

    Mono<Order> find(OrderId id) {
        return one(SELECT + " where id = :value", id.value());
    }

    Mono<Order> find(String reference) {
        return one(SELECT + " where reference = :value", reference);
    }

    /** The orders of these people alone, latest first. */
    Flux<Order> of(UUID[] subjects) {
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
    Mono<Slice<Order>> of(UUID[] subjects, String before) {
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
    Mono<Order> lock(OrderId id) {
        return one(SELECT + " where id = :value for update", id.value());
    }

    private Mono<Order> one(String sql, Object value) {
        return database.sql(sql).bind("value", value).map(OrderRows::order).one();
    }

    Flux<SoldLine> lines(OrderId order) {
        return database.sql("select * from orders.line where order_id = :order order by position")
                .bind("order", order.value())
                .map(OrderRows::line)
                .all();
    }

    /** What was on the shelf; what is made to order never was. */
    Mono<List<StockLine>> pieces(OrderId order) {
        return lines(order).filter(line -> !line.madeToOrder()).map(SoldLine::pieces).collectList();
    }

    Mono<Void> note(OrderId order, Happening happening) {
        Money amount = happening.amount();
        return database.sql(
                        "insert into orders.happening (order_id, kind, amount, at)"
                                + " values (:order, :kind, :amount, :at)")
                .bind(
                        "amount",
                        Parameter.fromOrEmpty(amount == null ? null : amount.yen(), Long.class))
                .bind("order", order.value())
                .bind("kind", happening.kind().name())
                .bind("at", happening.at())
                .then();
    }

    Flux<Happening> happenings(OrderId order) {
        return database.sql(
                        "select kind, amount, at from orders.happening"
                                + " where order_id = :order order by id")
                .bind("order", order.value())
                .map(OrderRows::happening)
                .all();
    }

    Mono<Void> setStatus(OrderId order, OrderStatus status) {
        return database.sql("update orders.orders set status = :status where id = :id")
                .bind("status", status.name())
                .bind("id", order.value())
                .then();
    }

    Mono<Void> setPaid(OrderId order, Instant at) {
        return database.sql(
                        "update orders.orders set status = 'PAID', paid_at = :at where id = :id")
                .bind("at", at)
                .bind("id", order.value())
                .then();
    }

    /** How much of it is out, for those who look for orders. */
    Mono<Void> setSent(OrderId order, ParcelState state) {
        return database.sql("update orders.orders set sent = :sent where id = :id")
                .bind("sent", state.name())
                .bind("id", order.value())
                .then();
    }

    /** As soon as it is known. */
    Mono<Void> setMeans(OrderId order, @Nullable String means) {
        return database.sql(
                        "update orders.orders set means = coalesce(:means, means) where id = :id")
                .bind("means", Parameter.fromOrEmpty(means, String.class))
                .bind("id", order.value())
                .then();
    }

    /** Until when its konbini code can be paid. */
    Mono<Void> setPayBy(OrderId order, @Nullable Instant payBy) {
        return database.sql("update orders.orders set pay_by = :payBy where id = :id")
                .bind("payBy", Parameter.fromOrEmpty(payBy, Instant.class))
                .bind("id", order.value())
                .then();
    }

    Mono<Void> setRefunded(OrderId order, Money refunded) {
        return database.sql("update orders.orders set refunded = :refunded where id = :id")
                .bind("refunded", refunded.yen())
                .bind("id", order.value())
                .then();
    }

    Mono<Void> setDisputed(OrderId order, boolean disputed) {
        return database.sql("update orders.orders set disputed = :disputed where id = :id")
                .bind("disputed", disputed)
                .bind("id", order.value())
                .then();
    }

    Mono<Void> setSuperseded(OrderId order, boolean superseded) {
        return database.sql("update orders.orders set superseded = :superseded where id = :id")
                .bind("superseded", superseded)
                .bind("id", order.value())
                .then();
    }
}
