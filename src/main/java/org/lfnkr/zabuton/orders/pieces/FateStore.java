package org.lfnkr.zabuton.orders.pieces;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderRows;
import org.lfnkr.zabuton.orders.SoldLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Repository
class FateStore {

    private static final String UNDECIDED =
            """
            select l.order_id, l.position, l.variant, l.sku, l.name, l.colour, l.unit_price, l.tax_percent,
                   l.cost_sheet, l.costs, l.made_to_order, l.name_en, l.name_ja, l.colour_en, l.colour_ja,
                   open.quantity
            from orders.line l join orders.orders o on o.id = l.order_id
                cross join lateral (
                    select case o.status when 'REFUNDED'
                               then l.quantity - coalesce(sum(f.quantity) filter (where f.fate <> 'AWAITED'), 0)
                               else coalesce(sum(f.quantity) filter (where f.fate = 'AWAITED'), 0)
                           end::int as quantity
                    from orders.fate f where f.order_id = l.order_id and f.variant = l.variant and not f.replaced) as open
            where l.order_id = any(:orders) and not l.made_to_order and open.quantity > 0
            order by l.position
            """;

    private static final String SETTLE =
            """
            with awaited as (
                update orders.fate set fate = :fate, decided_by = :by, decided_at = :at
                where order_id = :order and fate = 'AWAITED'
            )
            insert into orders.fate (order_id, variant, quantity, fate, decided_by, decided_at)
            select l.order_id, l.variant, l.quantity - coalesce(spoken.quantity, 0), :fate, :by, :at
            from orders.line l join orders.orders o on o.id = l.order_id
                cross join lateral (
                    select sum(f.quantity)::int as quantity
                    from orders.fate f where f.order_id = l.order_id and f.variant = l.variant and not f.replaced) as spoken
            where l.order_id = :order and o.status = 'REFUNDED' and not l.made_to_order
              and l.quantity > coalesce(spoken.quantity, 0)
            """;

    private final DatabaseClient database;

    FateStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(
            OrderId order,
            Collection<FatedPieces> pieces,
            boolean replaced,
            String by,
            Instant at) {
        return database.sql(
                        """
                        insert into orders.fate (order_id, variant, quantity, fate, replaced, decided_by, decided_at)
                        select :order, variant, quantity, fate, :replaced, :by, :at
                        from unnest(cast(:variants as uuid[]), cast(:quantities as int[]), cast(:fates as text[]))
                            as piece (variant, quantity, fate)
                        """)
                .bind("order", order.value())
                .bind("by", by)
                .bind("at", at)
                .bind("replaced", replaced)
                .bind(
                        "variants",
                        pieces.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(FatedPieces::quantity).toArray(Integer[]::new))
                .bind("fates", pieces.stream().map(it -> it.fate().name()).toArray(String[]::new))
                .then();
    }

    /**
     * Lines with the number of their pieces of which somebody has to say what became of them: what
     * is awaited, and all that nobody has spoken of once the whole order has gone back.
     */
    Mono<Map<OrderId, List<SoldLine>>> undecided(Collection<OrderId> orders) {
        return database.sql(UNDECIDED)
                .bind("orders", OrderId.values(orders))
                .map(
                        row ->
                                new Owned<>(
                                        new OrderId(Row.uuid(row, "order_id")),
                                        OrderRows.line(row)))
                .all()
                .collect(Owned.byOwner());
    }

    Mono<Map<VariantId, Integer>> unsaid(OrderId order) {
        return database.sql(
                        """
                        select l.variant, l.quantity - coalesce(said.quantity, 0) as unsaid
                        from orders.line l cross join lateral (
                            select sum(f.quantity)::int as quantity
                            from orders.fate f where f.order_id = l.order_id and f.variant = l.variant and not f.replaced) as said
                        where l.order_id = :order
                        """)
                .bind("order", order.value())
                .map(
                        row ->
                                Map.entry(
                                        new VariantId(Row.uuid(row, "variant")),
                                        Row.number(row, "unsaid")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Says it of all of them. */
    Mono<Void> settle(OrderId order, PieceFate fate, String by, Instant at) {
        return database.sql(SETTLE)
                .bind("order", order.value())
                .bind("fate", fate.name())
                .bind("by", by)
                .bind("at", at)
                .then();
    }
}
