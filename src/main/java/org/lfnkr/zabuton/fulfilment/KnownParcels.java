package org.lfnkr.zabuton.fulfilment;

import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.Parcels;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Tells orders what has become of their pieces. */
@Repository
class KnownParcels implements Parcels {

    private final DatabaseClient database;

    KnownParcels(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<OrderId, OrderParcels>> of(Collection<OrderId> orders) {
        return Mono.zip(parcels(orders), beside(orders), KnownParcels::together);
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
                        ParcelRows.SELECT
                                + " where parcel.order_id = any(:orders)"
                                + " order by parcel.sent_at, parcel.id")
                .bind("orders", OrderId.values(orders))
                .map(row -> new Owned<>(ParcelRows.order(row), ParcelRows.parcel(row)))
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
                .map(row -> new Owned<>(ParcelRows.order(row), Beside.of(row)))
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
                    .map(it -> ParcelRows.line(it.variant(), which.applyAsInt(it)))
                    .toList();
        }
    }
}
