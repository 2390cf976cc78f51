package org.lfnkr.zabuton.catalog.photographs;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.Photograph;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.pictures.Print;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class PhotographStore {

    private final DatabaseClient database;

    PhotographStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<UUID> product(String slug) {
        return database.sql("select id from catalog.product where slug = :slug")
                .bind("slug", slug)
                .map(row -> Row.uuid(row, "id"))
                .one();
    }

    /**
     * Behind the product's others.
     *
     * @return its hash; empty where the product has the very same
     */
    Mono<String> add(UUID product, NewPhotograph brought, Print print, String actor, Instant at) {
        return database.sql(
                        """
                        insert into catalog.photograph
                            (product_id, place, alt_en, alt_ja, jpeg, width, height, brought_by, added_at)
                        select :product, coalesce(max(place), 0) + 1,
                            :en, :ja, :jpeg, :width, :height, :by, :at
                        from catalog.photograph where product_id = :product
                        on conflict (product_id, hash) do nothing
                        returning hash
                        """)
                .bind("product", product)
                .bind("en", brought.words().en())
                .bind("ja", brought.words().ja())
                .bind("jpeg", print.jpeg())
                .bind("width", print.width())
                .bind("height", print.height())
                .bind("by", actor)
                .bind("at", at)
                .map(row -> Row.text(row, "hash"))
                .one();
    }

    /** In their order, shown or not. */
    Flux<Kept> of(String slug) {
        return database.sql(
                        """
                        select f.hash, f.alt_en, f.alt_ja, f.width, f.height, f.shown, f.brought_by, f.added_at,
                            f.looked_by, f.taken_down_by
                        from catalog.photograph f join catalog.product p on p.id = f.product_id
                        where p.slug = :slug order by f.place, f.id
                        """)
                .bind("slug", slug)
                .map(PhotographStore::kept)
                .all();
    }

    private static Kept kept(Readable row) {
        return new Kept(
                new Photograph(
                        Row.text(row, "hash"),
                        new Bilingual(Row.text(row, "alt_en"), Row.text(row, "alt_ja")),
                        Row.number(row, "width"),
                        Row.number(row, "height")),
                Row.flag(row, "shown"),
                Row.text(row, "brought_by"),
                Row.instant(row, "added_at"),
                row.get("looked_by", String.class),
                row.get("taken_down_by", String.class));
    }

    /** Of one that nobody has looked at; false where there is none. */
    Mono<Boolean> look(String slug, String hash, Ticks ticks, String by, Instant at) {
        return database.sql(
                        """
                        update catalog.photograph set looked_by = :by, looked_at = :at, no_face = :face,
                            no_text = :text, no_place = :place, nobody_known = :known, shown = :shown
                        where hash = :hash and looked_by is null and taken_down_by is null
                          and product_id = (select id from catalog.product where slug = :slug)
                        """)
                .bind("slug", slug)
                .bind("hash", hash)
                .bind("by", by)
                .bind("at", at)
                .bind("face", ticks.noFace())
                .bind("text", ticks.noText())
                .bind("place", ticks.noPlace())
                .bind("known", ticks.nobodyKnown())
                .bind("shown", ticks.all())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where it was taken down before, or isn't there. */
    Mono<Boolean> takeDown(String slug, String hash, String by, Instant at) {
        return database.sql(
                        """
                        update catalog.photograph
                        set shown = false, taken_down_by = :by, taken_down_at = :at
                        where hash = :hash and taken_down_by is null
                          and product_id = (select id from catalog.product where slug = :slug)
                        """)
                .bind("slug", slug)
                .bind("hash", hash)
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** For staff, shown or not. */
    Mono<byte[]> jpegOf(String slug, String hash) {
        return database.sql(
                        """
                        select jpeg from catalog.photograph
                        where hash = :hash and product_id = (select id from catalog.product where slug = :slug)
                        """)
                .bind("slug", slug)
                .bind("hash", hash)
                .map(row -> Row.need(row, "jpeg", byte[].class))
                .one();
    }

    /** Of those that everybody may see. */
    Mono<byte[]> jpeg(String hash) {
        return database.sql(
                        "select jpeg from catalog.photograph where hash = :hash and shown limit 1")
                .bind("hash", hash)
                .map(row -> Row.need(row, "jpeg", byte[].class))
                .one();
    }
}
