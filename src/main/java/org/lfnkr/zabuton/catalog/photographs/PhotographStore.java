package org.lfnkr.zabuton.catalog.photographs;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

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
    Mono<String> add(UUID product, NewPhotograph brought, Print print, Instant at) {
        return database.sql(
                        """
                        insert into catalog.photograph
                            (product_id, place, alt_en, alt_ja, jpeg, width, height, shown, added_at)
                        select :product, coalesce(max(place), 0) + 1,
                            :en, :ja, :jpeg, :width, :height, :shown, :at
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
                .bind("shown", brought.shown())
                .bind("at", at)
                .map(row -> Row.text(row, "hash"))
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
