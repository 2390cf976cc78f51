package org.lfnkr.zabuton.orders;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps when orders are to arrive; of those with a wish, or with something made to order. */
@Repository
public class Timings {

    private final DatabaseClient database;

    Timings(DatabaseClient database) {
        this.database = database;
    }

    /** {@link Timing#NONE} where nothing was wished and nothing is made to order. */
    public Mono<Timing> of(OrderId order) {
        return of(List.of(order)).map(all -> all.getOrDefault(order, Timing.NONE));
    }

    /** The same of several, by order; those of whom it is {@link Timing#NONE} are not in it. */
    public Mono<Map<OrderId, Timing>> of(Collection<OrderId> orders) {
        return database.sql(
                        """
                        select order_id, day, slot, lead_days, way_days, lapsed
                          from orders.timing where order_id = any(:orders)
                        """)
                .bind("orders", OrderId.values(orders))
                .map(row -> Map.entry(new OrderId(Row.uuid(row, "order_id")), timing(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Timing timing(Readable row) {
        String slot = row.get("slot", String.class);
        DeliveryWish wished =
                new DeliveryWish(
                        row.get("day", LocalDate.class),
                        slot == null ? null : DeliverySlot.valueOf(slot));
        return new Timing(
                wished,
                Row.number(row, "lead_days"),
                Row.number(row, "way_days"),
                Row.flag(row, "lapsed"));
    }

    /** What there is to keep. */
    public static Optional<Columns> row(Timing timing) {
        DeliverySlot slot = timing.wished().slot();
        return timing.wished().none() && timing.leadDays() == 0
                ? Optional.empty()
                : Optional.of(
                        new Columns()
                                .with("day", timing.wished().day())
                                .with("slot", slot == null ? null : slot.name())
                                .with("lead_days", timing.leadDays())
                                .with("way_days", timing.wayDays()));
    }

    /** A day that can't be kept any more is not wished for any more. */
    public Mono<Void> paid(OrderId order, Instant at) {
        return of(order)
                .filter(timing -> timing.isTooLate(BusinessDate.of(at)))
                .flatMap(late -> lapse(order));
    }

    private Mono<Void> lapse(OrderId order) {
        return database.sql("update orders.timing set lapsed = true where order_id = :order")
                .bind("order", order.value())
                .then();
    }
}
