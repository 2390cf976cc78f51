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
        return database.sql(
                        """
                        select day, slot, lead_days, way_days, lapsed
                          from orders.timing where order_id = :order
                        """)
                .bind("order", order.value())
                .map((Readable row) -> timing(row))
                .one()
                .defaultIfEmpty(Timing.NONE);
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
    static Optional<Columns> row(Timing timing) {
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
    Mono<Void> paid(OrderId order, Instant at) {
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
