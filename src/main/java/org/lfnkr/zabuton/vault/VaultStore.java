package org.lfnkr.zabuton.vault;

import io.r2dbc.spi.Readable;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Wrapped keys and sealed boxes. */
@Component
class VaultStore {

    private final DatabaseClient database;

    VaultStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(WrappedKey key, Instant at) {
        return database.sql(
                        """
                        insert into vault.subject (id, wrapped_key, master_key_id, opened_at)
                        values (:id, :wrapped, :master, :at)
                        """)
                .bind("id", key.subject().value())
                .bind("wrapped", key.wrapped())
                .bind("master", key.masterKeyId())
                .bind("at", at)
                .then();
    }

    /** Shared lock: nothing is sealed for a person who is being erased at the same moment. */
    Mono<WrappedKey> keyForSealing(SubjectId subject) {
        return database.sql(
                        """
                        select id, wrapped_key, master_key_id from vault.subject
                        where id = :id and erased_at is null for key share
                        """)
                .bind("id", subject.value())
                .map(VaultStore::toKey)
                .one();
    }

    /** One statement for all boxes, which travel as Base64 because arrays of bytes can't. */
    Mono<Void> put(SubjectId subject, Map<String, byte[]> boxes) {
        String[] places = boxes.keySet().toArray(String[]::new);
        String[] sealed =
                boxes.values().stream()
                        .map(Base64.getEncoder()::encodeToString)
                        .toArray(String[]::new);
        return database.sql(
                        """
                        insert into vault.box (subject_id, place, sealed)
                        select :subject, place, decode(sealed, 'base64')
                        from unnest(:places::text[], :sealed::text[]) as new (place, sealed)
                        on conflict (subject_id, place) do update set sealed = excluded.sealed
                        """)
                .bind("subject", subject.value())
                .bind("places", places)
                .bind("sealed", sealed)
                .then();
    }

    Flux<SealedBox> boxes(SubjectId subject, Collection<String> places) {
        return database.sql(
                        """
                        select id, wrapped_key, master_key_id, place, sealed
                        from vault.subject join vault.box on subject_id = id
                        where id = :id and erased_at is null and place = any(:places::text[])
                        """)
                .bind("id", subject.value())
                .bind("places", places.toArray(String[]::new))
                .map(
                        row ->
                                new SealedBox(
                                        toKey(row),
                                        column(row, "place", String.class),
                                        column(row, "sealed", byte[].class)))
                .all();
    }

    Mono<Void> destroyKey(SubjectId subject, Instant at) {
        return database.sql(
                        """
                        update vault.subject
                        set wrapped_key = null, master_key_id = null, erased_at = :at
                        where id = :id and erased_at is null
                        """)
                .bind("id", subject.value())
                .bind("at", at)
                .then();
    }

    Mono<Void> deleteBoxes(SubjectId subject) {
        return database.sql("delete from vault.box where subject_id = :id")
                .bind("id", subject.value())
                .then();
    }

    Flux<WrappedKey> keysNotWrappedBy(int masterKeyId, int limit) {
        return database.sql(
                        """
                        select id, wrapped_key, master_key_id from vault.subject
                        where master_key_id <> :master limit :limit for update skip locked
                        """)
                .bind("master", masterKeyId)
                .bind("limit", limit)
                .map(VaultStore::toKey)
                .all();
    }

    Mono<Void> replace(WrappedKey key) {
        return database.sql(
                        """
                        update vault.subject set wrapped_key = :wrapped, master_key_id = :master
                        where id = :id
                        """)
                .bind("id", key.subject().value())
                .bind("wrapped", key.wrapped())
                .bind("master", key.masterKeyId())
                .then();
    }

    private static WrappedKey toKey(Readable row) {
        return new WrappedKey(
                new SubjectId(column(row, "id", UUID.class)),
                column(row, "wrapped_key", byte[].class),
                column(row, "master_key_id", Integer.class));
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
