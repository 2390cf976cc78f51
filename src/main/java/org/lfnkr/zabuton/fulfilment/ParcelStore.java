package org.lfnkr.zabuton.fulfilment;

import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.Parcels;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parcels and what they hold. How much is out of each order, triggers count. */
@Repository
class ParcelStore implements Parcels {

    private static final String SELECT =
            """
            select parcel.id, parcel.order_id, dispatch.reference, carrier.name_en, carrier.name_ja,
                   parcel.tracking, parcel.sent_at, parcel.came_back_at,
                   array(select l.variant from fulfilment.parcel_line l where l.parcel_id = parcel.id
                         order by l.variant) as variants,
                   array(select l.quantity from fulfilment.parcel_line l where l.parcel_id = parcel.id
                         order by l.variant) as quantities
              from fulfilment.parcel
              join fulfilment.dispatch using (order_id)
              join fulfilment.carrier on carrier.code = parcel.carrier
            """;

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

    @Override
    public Mono<Map<OrderId, OrderParcels>> of(Collection<OrderId> orders) {
        return Mono.zip(parcels(orders), beside(orders), ParcelStore::together);
    }

    private static Map<OrderId, OrderParcels> together(
            Map<OrderId, List<Parcel>> parcels, Map<OrderId, List<Beside>> beside) {
        return Stream.concat(parcels.keySet().stream(), beside.keySet().stream())
                .distinct()
                .collect(
                        toMap(
                                order -> order,
                                order ->
                                        Beside.with(
                                                parcels.getOrDefault(order, List.of()),
                                                beside.getOrDefault(order, List.of()))));
    }

    private Mono<Map<OrderId, List<Parcel>>> parcels(Collection<OrderId> orders) {
        return database.sql(
                        SELECT
                                + " where parcel.order_id = any(:orders)"
                                + " order by parcel.sent_at, parcel.id")
                .bind("orders", OrderId.values(orders))
                .map(row -> new Owned<>(order(row), parcel(row)))
                .all()
                .collect(Owned.byOwner());
    }

    /** Lines of which not just what was ordered is sent. */
    private Mono<Map<OrderId, List<Beside>>> beside(Collection<OrderId> orders) {
        return database.sql(
                        """
                        select order_id, variant, called_off, replacing from fulfilment.line
                         where order_id = any(:orders) and called_off + replacing > 0 order by variant
                        """)
                .bind("orders", OrderId.values(orders))
                .map(row -> new Owned<>(order(row), Beside.of(row)))
                .all()
                .collect(Owned.byOwner());
    }

    private record Beside(UUID variant, int calledOff, int replacing) {

        static Beside of(Readable row) {
            return new Beside(
                    Row.uuid(row, "variant"),
                    Row.number(row, "called_off"),
                    Row.number(row, "replacing"));
        }

        static OrderParcels with(List<Parcel> parcels, List<Beside> all) {
            return new OrderParcels(
                    parcels, some(all, Beside::calledOff), some(all, Beside::replacing));
        }

        private static List<ParcelLine> some(List<Beside> all, ToIntFunction<Beside> which) {
            return all.stream()
                    .filter(it -> which.applyAsInt(it) > 0)
                    .map(it -> line(it.variant(), which.applyAsInt(it)))
                    .toList();
        }
    }

    /**
     * The latest first.
     *
     * @param before the last of the page before; any other id begins
     */
    Flux<Known> sent(UUID before) {
        return database.sql(
                        SELECT
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
                .map(row -> new Carrier(Row.text(row, "code"), name(row)))
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
        return new Known(order(row), Row.text(row, "reference"), parcel(row));
    }

    private static OrderId order(Readable row) {
        return new OrderId(Row.uuid(row, "order_id"));
    }

    private static Parcel parcel(Readable row) {
        return new Parcel(
                Row.uuid(row, "id"),
                name(row),
                row.get("tracking", String.class),
                lines(row),
                Row.instant(row, "sent_at"),
                row.get("came_back_at", Instant.class));
    }

    private static Bilingual name(Readable row) {
        return new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja"));
    }

    private static List<ParcelLine> lines(Readable row) {
        UUID[] variants = Row.need(row, "variants", UUID[].class);
        Integer[] quantities = Row.need(row, "quantities", Integer[].class);
        return IntStream.range(0, variants.length)
                .mapToObj(i -> line(variants[i], quantities[i]))
                .toList();
    }

    private static ParcelLine line(UUID variant, int quantity) {
        return new ParcelLine(new VariantId(variant), quantity);
    }
}
