package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Repository
class DecisionStore {

    private static final String ADD =
            """
            with line as (
                select * from unnest(cast(:variants as uuid[]), cast(:quantities as int[]),
                                     cast(:prices as bigint[]), cast(:fates as text[]))
                    as line (variant, quantity, unit_price, fate)
            ), decision as (
                insert into refunds.decision (id, order_id, payment, reason, note, goods, shipping,
                    gift, goodwill, held, amount, decided_at, decided_by)
                select :id, :order, :payment, :reason, :note,
                    (select coalesce(sum(quantity * unit_price), 0) from line), :shipping,
                    :gift, :goodwill, :held, :amount, :at, :by
                returning id
            )
            insert into refunds.line (decision, variant, quantity, unit_price, fate)
            select decision.id, line.variant, line.quantity, line.unit_price, line.fate
            from decision, line
            """;

    private final DatabaseClient database;

    DecisionStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isKnown(RefundId id) {
        return database.sql("select exists (select from refunds.decision where id = :id)")
                .bind("id", id.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** What of an order goes back by decision of staff; what was held has been counted before. */
    Mono<Money> decided(OrderId order) {
        return database.sql(
                        """
                        select cast(coalesce(sum(amount - held), 0) as bigint) as sum
                        from refunds.decision where order_id = :order
                        """)
                .bind("order", order.value())
                .map(row -> Row.money(row, "sum"))
                .one();
    }

    Mono<Void> add(RefundPreview refund, String by, Instant at) {
        RefundWish wish = refund.wish();
        Order order = refund.known().order();
        List<RefundedLine> lines = wish.lines();
        return database.sql(ADD)
                .bind("id", wish.id(order.id()).value())
                .bind("order", order.id().value())
                .bind("payment", order.payment().value())
                .bind("reason", wish.reason().name())
                .bind("note", wish.note())
                .bind("shipping", wish.shipping().yen())
                .bind("gift", wish.gift().yen())
                .bind("goodwill", wish.goodwill().yen())
                .bind("held", refund.forecast().held().yen())
                .bind("amount", refund.amount().yen())
                .bind("at", at)
                .bind("by", by)
                .bind(
                        "variants",
                        lines.stream().map(it -> it.line().variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        lines.stream().map(RefundedLine::quantity).toArray(Integer[]::new))
                .bind(
                        "prices",
                        lines.stream().map(it -> it.line().unitPrice().yen()).toArray(Long[]::new))
                .bind("fates", lines.stream().map(it -> it.fate().name()).toArray(String[]::new))
                .then();
    }
}
