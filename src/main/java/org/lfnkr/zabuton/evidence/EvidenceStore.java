package org.lfnkr.zabuton.evidence;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;

/** What is known of sealed files; their contents lie in the vault. */
@Repository
class EvidenceStore {

    private final DatabaseClient database;

    EvidenceStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(EvidenceView file, SubjectId key) {
        return database.sql(
                        """
                        insert into evidence.file
                            (id, subject_id, kind, type, size, sha256, day, kept_until, brought_by, brought_at)
                        values (:id, :key, :kind, :type, :size, :sha256, :day, :until, :by, :at)
                        """)
                .bind("id", file.id().value())
                .bind("key", key.value())
                .bind("kind", file.kind().name())
                .bind("type", file.type().name())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("day", file.day())
                .bind("until", file.until())
                .bind("by", file.by())
                .bind("at", file.at())
                .then();
    }

    Mono<EvidenceView> find(EvidenceId id) {
        return database.sql(
                        """
                        select f.*, p.hash as picture from evidence.file f
                        left join evidence.picture p on p.file_id = f.id and p.jpeg is not null
                        where f.id = :id
                        """)
                .bind("id", id.value())
                .map(EvidenceStore::view)
                .one();
    }

    private static EvidenceView view(Readable row) {
        return new EvidenceView(
                new EvidenceId(Row.uuid(row, "id")),
                EvidenceKind.valueOf(Row.text(row, "kind")),
                FileType.valueOf(Row.text(row, "type")),
                Row.number(row, "size"),
                Row.text(row, "sha256"),
                Row.day(row, "day"),
                Row.day(row, "kept_until"),
                Row.uuid(row, "brought_by"),
                Row.instant(row, "brought_at"),
                row.get("destroyed_at", Instant.class),
                row.get("picture", String.class));
    }

    /** Under whose key a file lies; empty where it is destroyed, or was never there. */
    Mono<SubjectId> key(EvidenceId id) {
        return database.sql(
                        "select subject_id from evidence.file where id = :id and destroyed_at is null")
                .bind("id", id.value())
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }

    /** Empty where it was destroyed before. */
    Mono<SubjectId> destroy(EvidenceId id, Instant at) {
        return database.sql(
                        """
                        update evidence.file set destroyed_at = :at
                        where id = :id and destroyed_at is null returning subject_id
                        """)
                .bind("id", id.value())
                .bind("at", at)
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }
}
