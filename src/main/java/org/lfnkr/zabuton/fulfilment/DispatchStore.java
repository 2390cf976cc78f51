package org.lfnkr.zabuton.fulfilment;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Paid orders, and how much of them is still to be sent. */
@Repository
class DispatchStore {

    private final DatabaseClient database;

    DispatchStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An order of which something is left.
     *
     * @param due the last day on which it should leave us; null: the second working day after its
     *     payment
     * @param back whether a parcel of it came back
     */
    record Open(
            OrderId order,
            String reference,
            Instant paidAt,
            boolean back,
            DeliveryWish wish,
            @Nullable LocalDate due) {}

    /** So many pieces of a kind that are to be sent. */
    record Left(UUID order, String sku, int pieces) {}

    /**
     * Those that have waited longest.
     *
     * @param due only what should have left us before
     */
    Flux<Open> open(UUID after, Due due) {
        return database.sql(
                        """
                        select d.order_id, d.reference, d.paid_at, d.due, d.wish_day, d.wish_slot,
                               coalesce((
                                   select true from fulfilment.parcel p
                                    where p.order_id = d.order_id and p.came_back_at is not null
                                    limit 1), false) as back
                          from fulfilment.dispatch d
                         where d.remaining > 0 and not d.stopped
                           and (d.due < :day or d.due is null and d.paid_at < :before)
                           and not exists (
                                   select from fulfilment.dispatch last
                                    where last.order_id = :after
                                      and (d.paid_at, d.order_id) <= (last.paid_at, last.order_id))
                         order by d.paid_at, d.order_id limit :most
                        """)
                .bind("after", after)
                .bind("day", due.before())
                .bind("before", due.paidBefore())
                .bind("most", Slice.ASKED)
                .map(DispatchStore::read)
                .all();
    }

    /** How many of those there are. */
    Mono<Tally> tally(Due due) {
        return database.sql(
                        """
                        select count(*) as count, min(paid_at) as oldest from fulfilment.dispatch
                         where remaining > 0 and not stopped
                           and (due < :day or due is null and paid_at < :before)
                        """)
                .bind("day", due.before())
                .bind("before", due.paidBefore())
                .map(Tally::of)
                .one();
    }

    private static Open read(Readable row) {
        return new Open(
                new OrderId(Row.uuid(row, "order_id")),
                Row.text(row, "reference"),
                Row.instant(row, "paid_at"),
                Row.flag(row, "back"),
                wish(row),
                row.get("due", LocalDate.class));
    }

    private static DeliveryWish wish(Readable row) {
        String slot = row.get("wish_slot", String.class);
        return new DeliveryWish(
                row.get("wish_day", LocalDate.class),
                slot == null ? null : DeliverySlot.valueOf(slot));
    }

    Flux<Left> left(Collection<Open> orders) {
        return database.sql(
                        """
                        select order_id, sku, remaining from fulfilment.line
                         where order_id = any(:orders) and remaining > 0 order by sku
                        """)
                .bind("orders", orders.stream().map(it -> it.order().value()).toArray(UUID[]::new))
                .map(
                        row ->
                                new Left(
                                        Row.uuid(row, "order_id"),
                                        Row.text(row, "sku"),
                                        Row.number(row, "remaining")))
                .all();
    }

    /** All that is to be fetched from the shelf, by what stands on it. */
    Flux<Pick> picks() {
        return database.sql(
                        """
                        select line.sku, sum(line.remaining)::int as pieces, count(*)::int as orders
                          from fulfilment.dispatch d join fulfilment.line using (order_id)
                         where d.remaining > 0 and not d.stopped and line.remaining > 0
                           and not exists (
                                   select from fulfilment.making m
                                    where m.order_id = line.order_id and m.variant = line.variant
                                      and m.made_at is null)
                         group by line.sku order by line.sku
                        """)
                .map(
                        row ->
                                new Pick(
                                        Row.text(row, "sku"),
                                        "",
                                        Row.number(row, "pieces"),
                                        Row.number(row, "orders")))
                .all();
    }

    /** Knows a paid order from now on; once. */
    Mono<Void> begin(OrderStory story, Timing timing) {
        Order order = story.order();
        Instant paidAt = Objects.requireNonNull(order.paidAt());
        DeliverySlot slot = timing.wish().slot();
        return database.sql(
                        """
                        insert into fulfilment.dispatch
                            (order_id, reference, paid_at, stopped, due, wish_day, wish_slot)
                        values (:order, :reference, :paidAt, false, :due, :day, :slot)
                        on conflict (order_id) do nothing
                        """)
                .bind("order", order.id().value())
                .bind("reference", order.reference())
                .bind("paidAt", paidAt)
                .bind("due", day(timing.dueOn(BusinessDate.of(paidAt))))
                .bind("day", day(timing.wish().day()))
                .bind(
                        "slot",
                        Parameter.fromOrEmpty(slot == null ? null : slot.name(), String.class))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(isNew -> addLines(order.id(), story.lines()));
    }

    private static Parameter day(@Nullable LocalDate day) {
        return Parameter.fromOrEmpty(day, LocalDate.class);
    }

    private Mono<Void> addLines(OrderId order, List<SoldLine> lines) {
        return database.sql(
                        """
                        insert into fulfilment.line (order_id, variant, sku, ordered)
                        select :order, variant, sku, ordered
                          from unnest(cast(:variants as uuid[]), cast(:skus as text[]),
                                      cast(:quantities as integer[])) as line (variant, sku, ordered)
                        """)
                .bind("order", order.value())
                .bind(
                        "variants",
                        lines.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind("skus", lines.stream().map(SoldLine::sku).toArray(String[]::new))
                .bind("quantities", lines.stream().map(SoldLine::quantity).toArray(Integer[]::new))
                .then();
    }

    Mono<Void> setStopped(OrderId order, boolean stopped) {
        return database.sql(
                        """
                        update fulfilment.dispatch set stopped = :stopped
                         where order_id = :order and stopped <> :stopped
                        """)
                .bind("order", order.value())
                .bind("stopped", stopped)
                .then();
    }

    /** Says whether anything was left. */
    Mono<Boolean> callOff(OrderId order) {
        return database.sql(
                        """
                        update fulfilment.line set called_off = called_off + remaining
                         where order_id = :order and remaining > 0
                        """)
                .bind("order", order.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Sends so many more of these, in the place of what came back. */
    Mono<Void> replace(OrderId order, List<ParcelLine> pieces, LocalDate due) {
        return database.sql(
                        """
                        with later as (
                            update fulfilment.dispatch set due = :due where order_id = :order
                        )
                        update fulfilment.line set replacing = replacing + more.quantity
                          from unnest(cast(:variants as uuid[]), cast(:quantities as int[]))
                                   as more (variant, quantity)
                         where line.order_id = :order and line.variant = more.variant
                        """)
                .bind("order", order.value())
                .bind("due", due)
                .bind(
                        "variants",
                        pieces.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(ParcelLine::quantity).toArray(Integer[]::new))
                .then();
    }

    /** Of so many of these; more than are left is an error. */
    Mono<Void> callOff(OrderId order, List<ParcelLine> pieces) {
        return database.sql(
                        """
                        update fulfilment.line set called_off = called_off + off.quantity
                          from unnest(cast(:variants as uuid[]), cast(:quantities as int[]))
                                   as off (variant, quantity)
                         where line.order_id = :order and line.variant = off.variant
                        """)
                .bind("order", order.value())
                .bind(
                        "variants",
                        pieces.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(ParcelLine::quantity).toArray(Integer[]::new))
                .then();
    }
}
