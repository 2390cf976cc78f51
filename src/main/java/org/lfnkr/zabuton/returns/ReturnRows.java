package org.lfnkr.zabuton.returns;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.ReturnCause;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnState;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads returns with their lines. */
final class ReturnRows {

    static final String REQUESTS =
            """
            select r.id, r.order_id, r.reference, r.cause, r.exchange, r.state, r.refusal, r.asked_at, r.moved_at, l.*
            from returns.request r cross join lateral (
                select array_agg(variant order by variant) as variants,
                       array_agg(quantity order by variant) as quantities,
                       array_agg(as_new order by variant) as as_new,
                       array_agg(damaged order by variant) as damaged,
                       array_agg(refunded order by variant) as refunded
                from returns.line where request = r.id) as l
            """;

    private ReturnRows() {}

    static ReturnRequest read(Readable row) {
        String refusal = row.get("refusal", String.class);
        return new ReturnRequest(
                Row.uuid(row, "id"),
                new OrderId(Row.uuid(row, "order_id")),
                Row.text(row, "reference"),
                ReturnCause.valueOf(Row.text(row, "cause")),
                Row.flag(row, "exchange"),
                ReturnState.valueOf(Row.text(row, "state")),
                refusal == null ? null : ReturnRefusal.valueOf(refusal),
                Row.instant(row, "asked_at"),
                Row.instant(row, "moved_at"),
                lines(row));
    }

    private static List<ReturnLine> lines(Readable row) {
        UUID[] variants = Row.need(row, "variants", UUID[].class);
        Integer[] quantities = Row.need(row, "quantities", Integer[].class);
        Integer[] asNew = Row.need(row, "as_new", Integer[].class);
        Integer[] damaged = Row.need(row, "damaged", Integer[].class);
        Integer[] refunded = Row.need(row, "refunded", Integer[].class);
        return IntStream.range(0, variants.length)
                .mapToObj(
                        at ->
                                new ReturnLine(
                                        new VariantId(variants[at]),
                                        quantities[at],
                                        asNew[at],
                                        damaged[at],
                                        refunded[at]))
                .toList();
    }
}
