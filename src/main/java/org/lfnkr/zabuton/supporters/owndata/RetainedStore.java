package org.lfnkr.zabuton.supporters.owndata;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Component
class RetainedStore {

    private final DatabaseClient database;

    RetainedStore(DatabaseClient database) {
        this.database = database;
    }

    /** Something retained, and whose key opens it. */
    record Retained(UUID id, SubjectId subject) {}

    Mono<Void> add(Retained retained, String section, String kind, Instant at, LocalDate until) {
        return database.sql(
                        """
                        insert into supporters.retained (id, section, kind, subject_id, kept_at, until)
                        values (:id, :section, :kind, :subject, :at, :until)
                        """)
                .bind("id", retained.id())
                .bind("section", section)
                .bind("kind", kind)
                .bind("subject", retained.subject().value())
                .bind("at", at)
                .bind("until", until)
                .then();
    }

    Mono<Retained> find(UUID id) {
        return database.sql("select id, subject_id from supporters.retained where id = :id")
                .bind("id", id)
                .map(RetainedStore::toRetained)
                .one();
    }

    Flux<Retained> over(LocalDate today, int limit) {
        return database.sql(
                        """
                        select id, subject_id from supporters.retained where until < :today
                        order by until limit :limit
                        """)
                .bind("today", today)
                .bind("limit", limit)
                .map(RetainedStore::toRetained)
                .all();
    }

    Mono<Void> delete(UUID id) {
        return database.sql("delete from supporters.retained where id = :id").bind("id", id).then();
    }

    private static Retained toRetained(Readable row) {
        return new Retained(Row.uuid(row, "id"), new SubjectId(Row.uuid(row, "subject_id")));
    }
}
