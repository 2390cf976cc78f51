package org.lfnkr.zabuton.supporters;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.modulith.NamedInterface;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@NamedInterface("inside")
@Component
public class SupporterStore {

    private final DatabaseClient database;

    SupporterStore(DatabaseClient database) {
        this.database = database;
    }

    /** Until the transaction ends, others who meet the same address wait here. */
    public Mono<Void> lock(EmailIndex index) {
        return database.sql("select pg_advisory_xact_lock(:lock)")
                .bind("lock", index.lock())
                .then();
    }

    public Mono<Supporter> find(EmailIndex index) {
        return database.sql(
                        """
                        select id, subject_id from supporters.supporter
                        where email_index = any (
                            select decode(candidate, 'hex')
                            from unnest(:candidates::text[]) as candidate)
                        """)
                .bind("candidates", index.allAsHex())
                .map(SupporterStore::toSupporter)
                .one();
    }

    public Mono<Supporter> find(byte[] index) {
        return database.sql(
                        "select id, subject_id from supporters.supporter where email_index = :index")
                .bind("index", index)
                .map(SupporterStore::toSupporter)
                .one();
    }

    /** Whose key it is; empty where it is nobody's who buys or gives. */
    public Mono<Supporter> under(SubjectId subject) {
        return database.sql(
                        "select id, subject_id from supporters.supporter where subject_id = :subject")
                .bind("subject", subject.value())
                .map(SupporterStore::toSupporter)
                .one();
    }

    /** The same, whose row nobody else changes until the transaction ends. */
    public Mono<Supporter> locked(SubjectId subject) {
        return database.sql(
                        """
                        select id, subject_id from supporters.supporter where subject_id = :subject
                        for update
                        """)
                .bind("subject", subject.value())
                .map(SupporterStore::toSupporter)
                .one();
    }

    /** The supporter of this very id, also one without an address. */
    public Mono<Supporter> own(SupporterId id) {
        return database.sql("select id, subject_id from supporters.supporter where id = :id")
                .bind("id", id.value())
                .map(SupporterStore::toSupporter)
                .one();
    }

    /** The supporter as whom they are known, merged or not; empty once they are erased. */
    public Mono<Supporter> main(SupporterId id) {
        return database.sql(
                        """
                        select main.id, main.subject_id
                        from supporters.supporter own
                        join supporters.supporter main on main.id = coalesce(own.merged_into, own.id)
                        where own.id = :id and main.email_index is not null
                        """)
                .bind("id", id.value())
                .map(SupporterStore::toSupporter)
                .one();
    }

    /** As whom a person is known, the main one and those merged into it. */
    public Flux<SupporterId> selves(SupporterId main) {
        return database.sql(
                        """
                        select id from supporters.supporter
                        where id = :main or merged_into = :main order by id
                        """)
                .bind("main", main.value())
                .mapValue(UUID.class)
                .all()
                .map(SupporterId::new);
    }

    /** Those who were brought together with a person. */
    Flux<Supporter> merged(SupporterId main) {
        return database.sql(
                        """
                        select id, subject_id from supporters.supporter
                        where merged_into = :main order by id
                        """)
                .bind("main", main.value())
                .map(SupporterStore::toSupporter)
                .all();
    }

    /** Under whose key a person stands whom we know under several; their own otherwise. */
    Mono<SubjectId> main(SubjectId subject) {
        return database.sql(
                        """
                        select coalesce(main.subject_id, own.subject_id) as subject_id
                        from supporters.supporter own
                        left join supporters.supporter main on main.id = own.merged_into
                        where own.subject_id = :subject
                        """)
                .bind("subject", subject.value())
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }

    Mono<Void> add(Supporter supporter, EmailIndex index, Language language, Instant at) {
        return database.sql(
                        """
                        insert into supporters.supporter
                            (id, subject_id, email_index, index_key_id, language, met_at)
                        values (:id, :subject, :index, :key, :language, :at)
                        """)
                .bind("id", supporter.id().value())
                .bind("subject", supporter.subject().value())
                .bind("index", index.newest())
                .bind("key", index.keyId())
                .bind("language", language.tag())
                .bind("at", at)
                .then();
    }

    /** Some of them, from both ends of the index, which leads to few among many. */
    Flux<Supporter> indexedByAnotherKeyThan(int keyId, int limit) {
        return database.sql(
                        """
                        select id, subject_id from supporters.supporter
                        where id = any(
                            array(select id from supporters.supporter where index_key_id < :key
                                  order by index_key_id limit :limit for update skip locked)
                            || array(select id from supporters.supporter where index_key_id > :key
                                     order by index_key_id limit :limit for update skip locked))
                        """)
                .bind("key", keyId)
                .bind("limit", limit)
                .map(SupporterStore::toSupporter)
                .all();
    }

    public Mono<Void> reindex(SupporterId id, EmailIndex index) {
        return database.sql(
                        """
                        update supporters.supporter set email_index = :index, index_key_id = :key
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("index", index.newest())
                .bind("key", index.keyId())
                .then();
    }

    public Mono<SubjectId> forget(SupporterId id) {
        return database.sql(
                        """
                        update supporters.supporter set email_index = null, index_key_id = null
                        where id = :id returning subject_id
                        """)
                .bind("id", id.value())
                .map(row -> new SubjectId(Row.uuid(row, "subject_id")))
                .one();
    }

    /** When and in which language the member was met under each address. */
    public Flux<Acquaintance> acquaintances(Member member) {
        return database.sql(
                        """
                        select id, subject_id, language, met_at from supporters.supporter
                        where id = any(:ids) order by met_at
                        """)
                .bind("ids", member.ids())
                .map(
                        row ->
                                new Acquaintance(
                                        toSupporter(row),
                                        Row.text(row, "language"),
                                        Row.instant(row, "met_at")))
                .all();
    }

    private static Supporter toSupporter(Readable row) {
        return new Supporter(
                new SupporterId(Row.uuid(row, "id")), new SubjectId(Row.uuid(row, "subject_id")));
    }
}
