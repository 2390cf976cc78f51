package org.lfnkr.zabuton.evidence.blackened;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.evidence.EvidenceId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class BlackenedStore {

    private final DatabaseClient database;

    BlackenedStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Makes others wait who would do something with pictures of the file.
     *
     * @return under whose key it lies; empty where it is destroyed, or was never there
     */
    Mono<SubjectId> lock(EvidenceId file) {
        return database.sql(
                        """
                        select subject_id from evidence.file
                        where id = :id and destroyed_at is null for no key update
                        """)
                .bind("id", file.value())
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }

    /** The same without waiting for anybody. */
    Mono<SubjectId> key(EvidenceId file) {
        return database.sql(
                        "select subject_id from evidence.file where id = :id and destroyed_at is null")
                .bind("id", file.value())
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }

    Mono<Void> add(BlackenedPicture picture) {
        return database.sql(
                        """
                        insert into evidence.picture (id, file_id, hash, width, height, brought_by, brought_at)
                        values (:id, :file, :hash, :width, :height, :by, :at)
                        """)
                .bind("id", picture.id())
                .bind("file", picture.file().value())
                .bind("hash", picture.hash())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("by", picture.broughtBy())
                .bind("at", picture.broughtAt())
                .then();
    }

    /** The latest first. */
    Flux<BlackenedPicture> of(EvidenceId file) {
        return database.sql(
                        """
                        select id, file_id, hash, width, height, brought_by, brought_at, passed_by, gone_by,
                            jpeg is not null as shown
                        from evidence.picture where file_id = :file order by brought_at desc, id
                        """)
                .bind("file", file.value())
                .map(BlackenedStore::picture)
                .all();
    }

    Mono<BlackenedPicture> find(UUID id) {
        return database.sql(
                        """
                        select id, file_id, hash, width, height, brought_by, brought_at, passed_by, gone_by,
                            jpeg is not null as shown
                        from evidence.picture where id = :id
                        """)
                .bind("id", id)
                .map(BlackenedStore::picture)
                .one();
    }

    private static BlackenedPicture picture(Readable row) {
        return new BlackenedPicture(
                Row.uuid(row, "id"),
                new EvidenceId(Row.uuid(row, "file_id")),
                Row.text(row, "hash"),
                Row.number(row, "width"),
                Row.number(row, "height"),
                Row.uuid(row, "brought_by"),
                Row.instant(row, "brought_at"),
                row.get("passed_by", UUID.class),
                Row.flag(row, "shown"),
                row.get("gone_by", UUID.class));
    }

    /** The database takes no other bytes than those whose hash was brought. */
    Mono<Void> show(UUID id, byte[] jpeg, UUID by, Instant at) {
        return database.sql(
                        """
                        update evidence.picture set jpeg = :jpeg, passed_by = :by, passed_at = :at
                        where id = :id and passed_at is null and gone_at is null
                        """)
                .bind("id", id)
                .bind("jpeg", jpeg)
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    Mono<Void> remove(UUID id, UUID by, Instant at) {
        return database.sql(
                        """
                        update evidence.picture set jpeg = null, gone_by = :by, gone_at = :at
                        where id = :id and gone_at is null
                        """)
                .bind("id", id)
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /** Of those that everybody may see. */
    Mono<byte[]> jpeg(String hash) {
        return database.sql(
                        """
                        select jpeg from evidence.picture
                        where hash = :hash and jpeg is not null limit 1
                        """)
                .bind("hash", hash)
                .map(row -> Row.need(row, "jpeg", byte[].class))
                .one();
    }
}
