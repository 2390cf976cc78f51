package org.lfnkr.zabuton.orders.lifecycle;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.ParcelState;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Writes what an order has become. Who calls this has locked it. */
@Repository
class OrderStateStore {

    private final DatabaseClient database;

    OrderStateStore(DatabaseClient database) {
        this.database = database;
    }

    /** One checkout at a time may place an order for this attempt. */
    Mono<Void> lockAttempt(UUID attempt) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:attempt, 0))")
                .bind("attempt", attempt.toString())
                .then();
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
