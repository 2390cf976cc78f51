package org.lfnkr.zabuton.fulfilment;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ParcelLine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads parcels with what is in them. */
final class ParcelRows {

    static final String SELECT =
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

    private ParcelRows() {}

    static OrderId order(Readable row) {
        return new OrderId(Row.uuid(row, "order_id"));
    }

    static Parcel parcel(Readable row) {
        return new Parcel(
                Row.uuid(row, "id"),
                name(row),
                row.get("tracking", String.class),
                lines(row),
                Row.instant(row, "sent_at"),
                row.get("came_back_at", Instant.class));
    }

    static Bilingual name(Readable row) {
        return new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja"));
    }

    private static List<ParcelLine> lines(Readable row) {
        UUID[] variants = Row.need(row, "variants", UUID[].class);
        Integer[] quantities = Row.need(row, "quantities", Integer[].class);
        return IntStream.range(0, variants.length)
                .mapToObj(i -> line(variants[i], quantities[i]))
                .toList();
    }

    static ParcelLine line(UUID variant, int quantity) {
        return new ParcelLine(new VariantId(variant), quantity);
    }
}
