package org.lfnkr.zabuton.fulfilment;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Parcels and what they hold. How much is out of each order, triggers count. */
@Repository
class ParcelStore {

    private final DatabaseClient database;

    ParcelStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A parcel, and whose order it is of.
     *
     * @param reference the order's
     */
    record Known(OrderId order, String reference, Parcel parcel) {}

    /**
     * The latest first.
     *
     * @param before the last of the page before; any other id begins
     */
    Flux<Known> sent(UUID before) {
        return database.sql(
                        ParcelRows.SELECT
                                + """
                                   where (parcel.sent_at, parcel.id)
                                       < (coalesce((select last.sent_at from fulfilment.parcel last
                                                     where last.id = :before), 'infinity'), :before)
                                   order by parcel.sent_at desc, parcel.id desc limit :most
                                  """)
                .bind("before", before)
                .bind("most", Slice.ASKED)
                .map(ParcelStore::known)
                .all();
    }

    Flux<Carrier> carriers() {
        return database.sql(
                        "select code, name_en, name_ja from fulfilment.carrier order by position")
                .map(row -> new Carrier(Row.text(row, "code"), ParcelRows.name(row)))
                .all();
    }

    /** Says whether it is new. */
    Mono<Boolean> add(SendParcel wish, Instant at) {
        TrackingNumber tracking = wish.tracking();
        return database.sql(
                        """
                        insert into fulfilment.parcel (id, order_id, carrier, tracking, sent_at)
                        values (:id, :order, :carrier, :tracking, :at)
                        on conflict (id) do nothing
                        """)
                .bind("id", wish.parcel())
                .bind("order", wish.order().value())
                .bind("carrier", wish.carrier())
                .bind("tracking", text(tracking))
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .delayUntil(isNew -> isNew ? addLines(wish) : Mono.empty());
    }

    private Mono<Void> addLines(SendParcel wish) {
        return database.sql(
                        """
                        insert into fulfilment.parcel_line (parcel_id, variant, quantity)
                        select :parcel, variant, quantity
                          from unnest(cast(:variants as uuid[]), cast(:quantities as integer[]))
                               as line (variant, quantity)
                        """)
                .bind("parcel", wish.parcel())
                .bind(
                        "variants",
                        wish.lines().stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        wish.lines().stream().map(ParcelLine::quantity).toArray(Integer[]::new))
                .then();
    }

    /** Says whether there is such a parcel of this order with another number. */
    Mono<Boolean> setTracking(OrderId order, UUID parcel, @Nullable TrackingNumber tracking) {
        return database.sql(
                        """
                        update fulfilment.parcel set tracking = :tracking
                         where id = :id and order_id = :order and tracking is distinct from :tracking
                        """)
                .bind("id", parcel)
                .bind("order", order.value())
                .bind("tracking", text(tracking))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Says whether there is such a parcel of this order that had not come back. */
    Mono<Boolean> setBack(OrderId order, UUID parcel, Instant at) {
        return database.sql(
                        """
                        update fulfilment.parcel set came_back_at = :at
                         where id = :id and order_id = :order and came_back_at is null
                        """)
                .bind("id", parcel)
                .bind("order", order.value())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Parameter text(@Nullable TrackingNumber tracking) {
        return Parameter.fromOrEmpty(tracking == null ? null : tracking.text(), String.class);
    }

    private static Known known(Readable row) {
        return new Known(ParcelRows.order(row), Row.text(row, "reference"), ParcelRows.parcel(row));
    }
}
