package org.lfnkr.zabuton.vault;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who has a key, and under which master key; whose is to be destroyed, and is. */
@Component
class VaultStore {

    private final DatabaseClient database;

    VaultStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(SubjectId subject, int masterKeyId, Instant at) {
        return database.sql(
                        """
                        insert into vault.subject (id, master_key_id, opened_at)
                        values (:id, :master, :at)
                        """)
                .bind("id", subject.value())
                .bind("master", masterKeyId)
                .bind("at", at)
                .then();
    }

    /** Whose key is the one of a day; empty before the first secret of the day, and after it. */
    Mono<SubjectId> ofDay(LocalDate day) {
        return database.sql(
                        """
                        select id from vault.day join vault.subject on id = subject_id
                        where day = :day and erased_at is null
                        """)
                .bind("day", day)
                .map(VaultStore::toSubject)
                .one();
    }

    /** Waits for others who do the same; empty where one of them was first. */
    Mono<SubjectId> addDay(LocalDate day, SubjectId subject, int masterKeyId, Instant at) {
        return database.sql(
                        """
                        with first as (
                            insert into vault.day (day, subject_id) values (:day, :id)
                            on conflict (day) do nothing returning subject_id)
                        insert into vault.subject (id, master_key_id, opened_at)
                        select subject_id, :master, :at from first
                        returning id
                        """)
                .bind("day", day)
                .bind("id", subject.value())
                .bind("master", masterKeyId)
                .bind("at", at)
                .map(VaultStore::toSubject)
                .one();
    }

    Flux<SubjectId> daysOver(LocalDate today, int limit) {
        return database.sql(
                        """
                        select id from vault.day join vault.subject on id = subject_id
                        where day < :today and erased_at is null
                        order by day limit :limit
                        """)
                .bind("today", today)
                .bind("limit", limit)
                .map(VaultStore::toSubject)
                .all();
    }

    /**
     * Shared lock: nothing is sealed for a person who is being erased at the same moment.
     *
     * @return empty when the person is unknown or erased
     */
    Mono<SubjectId> lockForSealing(SubjectId subject) {
        return database.sql(
                        """
                        select id from vault.subject
                        where id = :id and erased_at is null for share
                        """)
                .bind("id", subject.value())
                .map(VaultStore::toSubject)
                .one();
    }

    Mono<Void> erase(SubjectId subject, Instant at) {
        return database.sql("select vault.erase(:id, :at)")
                .bind("id", subject.value())
                .bind("at", at)
                .then();
    }

    Flux<SubjectId> erasedWithKey(int limit) {
        return database.sql(
                        """
                        select id from vault.subject
                        where erased_at is not null and key_destroyed_at is null
                        limit :limit for update skip locked
                        """)
                .bind("limit", limit)
                .map(VaultStore::toSubject)
                .all();
    }

    /**
     * Everybody, living or with their key destroyed, in the order of their ids; not those whose key
     * waits to be destroyed, who may have it or not.
     */
    Flux<Known> known(UUID after, int limit) {
        return database.sql(
                        """
                        select id, key_destroyed_at is not null as destroyed from vault.subject
                        where id > :after and (erased_at is null) = (key_destroyed_at is null)
                        order by id limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(Known::of)
                .all();
    }

    /**
     * Somebody whom the database knows.
     *
     * @param destroyed their key is gone, for they were erased
     */
    record Known(SubjectId subject, boolean destroyed) {

        static Known of(Readable row) {
            return new Known(toSubject(row), Row.need(row, "destroyed", Boolean.class));
        }
    }

    Mono<SubjectId> markDestroyed(SubjectId subject, Instant at) {
        return database.sql("update vault.subject set key_destroyed_at = :at where id = :id")
                .bind("id", subject.value())
                .bind("at", at)
                .then()
                .thenReturn(subject);
    }

    /** Who of these is not erased in this database. */
    Flux<SubjectId> alive(List<SubjectId> subjects) {
        return database.sql(
                        "select id from vault.subject where id = any(:ids) and erased_at is null")
                .bind("ids", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .map(VaultStore::toSubject)
                .all();
    }

    /** Some of them, from both ends of the index, which leads to few among many. */
    Flux<SubjectId> notWrappedBy(int masterKeyId, int limit) {
        return database.sql(
                        """
                        select id from vault.subject
                        where id = any(
                            array(select id from vault.subject where master_key_id < :master and erased_at is null
                                  order by master_key_id limit :limit for update skip locked)
                            || array(select id from vault.subject where master_key_id > :master and erased_at is null
                                     order by master_key_id limit :limit for update skip locked))
                        """)
                .bind("master", masterKeyId)
                .bind("limit", limit)
                .map(VaultStore::toSubject)
                .all();
    }

    Mono<Void> setMaster(SubjectId subject, int masterKeyId) {
        return database.sql("update vault.subject set master_key_id = :master where id = :id")
                .bind("id", subject.value())
                .bind("master", masterKeyId)
                .then();
    }

    private static SubjectId toSubject(Readable row) {
        return new SubjectId(Row.uuid(row, "id"));
    }
}
