package org.lfnkr.zabuton.stock.counts;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class CountStore {

    private static final String COUNTABLE =
            """
            select v.id, v.sku, p.name_en, p.name_ja, v.colour_name_en, v.colour_name_ja,
                (select max(s.counted_at) from stock.stocktake s
                 where s.variant_id = v.id and s.state <> 'replaced') as counted_at,
                exists (select from stock.stocktake s
                        where s.variant_id = v.id and s.state = 'waiting') as waits
            from catalog.variant v join catalog.product p on p.id = v.product_id
            where (v.lead_days is null or exists (select from stock.item i where i.variant_id = v.id))
            """;

    private final DatabaseClient database;

    CountStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * By SKU.
     *
     * @param after the SKU of the last one on the page before; the empty one begins
     */
    Flux<Countable> countable(String after) {
        return database.sql(COUNTABLE + " and v.sku > :after order by v.sku limit :most")
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(CountStore::read)
                .all();
    }

    /** Those that wait for a second count, no kind twice; those that have waited longest first. */
    Flux<Countable> waiting() {
        return database.sql(
                        COUNTABLE
                                + """
                                 and v.id in (select variant_id from stock.stocktake where state = 'waiting')
                                order by counted_at
                                """)
                .map(CountStore::read)
                .all();
    }

    /** Those of which many are gone, as one person says and nobody else yet; no kind twice. */
    Flux<Countable> gone() {
        return database.sql(
                        COUNTABLE
                                + """
                                 and v.id in (select variant_id from stock.write_off where state = 'waiting')
                                order by v.sku
                                """)
                .map(CountStore::read)
                .all();
    }

    Mono<Countable> find(String sku) {
        return database.sql(COUNTABLE + " and v.sku = :sku")
                .bind("sku", sku)
                .map(CountStore::read)
                .one();
    }

    /** Makes sure that the piece has a row to lock. */
    Mono<Void> begin(VariantId variant) {
        return database.sql(
                        "insert into stock.item (variant_id) values (:variant) on conflict do nothing")
                .bind("variant", variant.value())
                .then();
    }

    /**
     * Locks the piece until the transaction ends. What is not sent yet somebody else knows, and
     * what was moved today {@link org.lfnkr.zabuton.stock.alone.MovedAlone}.
     */
    Mono<Shelf> lock(VariantId variant) {
        return database.sql(
                        """
                        select on_hand, reserved from stock.item
                        where variant_id = :variant for no key update
                        """)
                .bind("variant", variant.value())
                .map(
                        row ->
                                new Shelf(
                                        Row.number(row, "on_hand"),
                                        Row.number(row, "reserved"),
                                        0,
                                        0))
                .one();
    }

    Mono<Boolean> isKnown(UUID count) {
        return database.sql("select exists (select from stock.stocktake where id = :id)")
                .bind("id", count)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Waiting> waiting(VariantId variant) {
        return database.sql(
                        """
                        select id, counted - expected as difference, counted_by from stock.stocktake
                        where variant_id = :variant and state = 'waiting'
                        """)
                .bind("variant", variant.value())
                .map(
                        row ->
                                new Waiting(
                                        Row.uuid(row, "id"),
                                        Row.number(row, "difference"),
                                        Row.text(row, "counted_by")))
                .one();
    }

    /** What has waited so far is overtaken by another count. */
    Mono<Void> replace(VariantId variant) {
        return database.sql(
                        """
                        update stock.stocktake set state = 'replaced'
                        where variant_id = :variant and state = 'waiting'
                        """)
                .bind("variant", variant.value())
                .then();
    }

    Mono<Void> add(Stocktake count, Shelf shelf, boolean large, Instant at) {
        return database.sql(
                        """
                        insert into stock.stocktake
                            (id, variant_id, counted, expected, needs_second, state, counted_by, counted_at)
                        values (:id, :variant, :counted, :expected, :large,
                            case when :large then 'waiting' else 'booked' end, :by, :at)
                        """)
                .bind("id", count.id())
                .bind("variant", count.variant().value())
                .bind("counted", count.counted())
                .bind("expected", shelf.expected())
                .bind("large", large)
                .bind("by", count.by())
                .bind("at", at)
                .then();
    }

    Mono<Void> confirm(UUID count, String by, Instant at) {
        return database.sql(
                        """
                        update stock.stocktake
                        set state = 'booked', confirmed_by = :by, confirmed_at = :at where id = :id
                        """)
                .bind("id", count)
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /** The stock becomes what was found. */
    Mono<Void> move(Stocktake count, UUID stocktake, int difference) {
        return database.sql(
                        """
                        insert into stock.movement (variant_id, on_hand, reserved, reason, stocktake, actor)
                        values (:variant, :difference, 0, 'counted', :stocktake, :actor)
                        """)
                .bind("variant", count.variant().value())
                .bind("difference", difference)
                .bind("stocktake", stocktake)
                .bind("actor", count.by())
                .then();
    }

    private static Countable read(Readable row) {
        return new Countable(
                new VariantId(Row.uuid(row, "id")),
                Row.text(row, "sku"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                new Bilingual(Row.text(row, "colour_name_en"), Row.text(row, "colour_name_ja")),
                row.get("counted_at", Instant.class),
                Row.flag(row, "waits"));
    }
}
