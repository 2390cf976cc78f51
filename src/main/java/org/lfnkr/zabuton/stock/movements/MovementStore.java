package org.lfnkr.zabuton.stock.movements;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** The history of pieces. It is added to; from each movement a trigger moves the item. */
@Repository
class MovementStore {

    private final DatabaseClient database;

    MovementStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The latest first.
     *
     * @param before the last one on the page before; 0 begins
     */
    Flux<StockMovement> history(VariantId variant, long before) {
        return database.sql(
                        """
                        select m.*, s.counted, s.expected,
                            coalesce(w.noted_by, case when s.confirmed_by is not null then s.counted_by end) as first
                        from stock.movement m
                            left join stock.stocktake s on s.id = m.stocktake
                            left join stock.write_off w on w.id = m.write_off
                        where m.variant_id = :variant and m.id < :before
                        order by m.id desc limit :most
                        """)
                .bind("variant", variant.value())
                .bind("before", before == 0 ? Long.MAX_VALUE : before)
                .bind("most", Slice.ASKED)
                .map(MovementStore::movement)
                .all();
    }

    /**
     * Locks the piece until the transaction ends, and makes it first where it has had no movement.
     *
     * @return how many can be promised
     */
    Mono<Integer> lock(VariantId variant) {
        return database.sql(
                        "insert into stock.item (variant_id) values (:variant) on conflict do nothing")
                .bind("variant", variant.value())
                .then()
                .then(
                        database.sql(
                                        """
                                        select on_hand - reserved as available from stock.item
                                        where variant_id = :variant for no key update
                                        """)
                                .bind("variant", variant.value())
                                .map(row -> Row.number(row, "available"))
                                .one());
    }

    Mono<Boolean> isKnown(UUID form) {
        return database.sql("select exists (select from stock.movement where form = :form)")
                .bind("form", form)
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * @param writeOff that two people have agreed on; null where one was enough
     */
    Mono<Void> add(Note note, @Nullable UUID writeOff, Instant at) {
        Change change = note.change();
        return database.sql(
                        """
                        insert into stock.movement
                            (variant_id, on_hand, reserved, reason, ground, form, actor, write_off, moved_at)
                        values (:variant, :change, 0, :reason, :ground, :form, :actor, :writeOff, :at)
                        """)
                .bind("variant", note.variant().value())
                .bind("change", change.takesAway() ? -note.quantity() : note.quantity())
                .bind("reason", change.reason())
                .bind("ground", Parameters.in(R2dbcType.VARCHAR, change.ground()))
                .bind("form", note.form())
                .bind("actor", note.actor())
                .bind(
                        "writeOff",
                        writeOff == null ? Parameters.in(UUID.class) : Parameters.in(writeOff))
                .bind("at", at)
                .then();
    }

    /**
     * @param lowAt null for none
     */
    Mono<Void> drawLine(VariantId variant, @Nullable Integer lowAt) {
        return database.sql(
                        """
                        insert into stock.item (variant_id) values (:variant) on conflict do nothing
                        """)
                .bind("variant", variant.value())
                .then()
                .then(
                        database.sql(
                                        """
                                        update stock.item set low_at = nullif(:lowAt, 0)
                                        where variant_id = :variant
                                        """)
                                .bind("lowAt", lowAt == null ? 0 : lowAt)
                                .bind("variant", variant.value())
                                .then());
    }

    private static StockMovement movement(Readable row) {
        return new StockMovement(
                Row.whole(row, "id"),
                Row.instant(row, "moved_at"),
                Row.number(row, "on_hand"),
                Row.number(row, "reserved"),
                Row.text(row, "reason"),
                row.get("ground", String.class),
                row.get("holder", UUID.class),
                row.get("first", String.class),
                row.get("actor", String.class),
                row.get("counted", Integer.class),
                row.get("expected", Integer.class));
    }
}
