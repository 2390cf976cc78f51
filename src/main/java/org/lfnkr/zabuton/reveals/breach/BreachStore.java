package org.lfnkr.zabuton.reveals.breach;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Breaches, and who is affected: people as whom they are known, each once. */
@Repository
class BreachStore {

    private static final String EVERYBODY =
            """
            select id, subject_id from supporters.supporter
             where email_index is not null and merged_into is null
            """;

    private static final String OPENED =
            """
            select distinct main.id, main.subject_id
              from (select s.id from reveals.reveal r join supporters.supporter s on s.subject_id = r.subject_id
                     where r.account_id = :account and r.at >= :begin and r.at < :end
                    union
                    select l.supporter_id from reveals.look_up l
                     where l.account_id = :account and l.at >= :begin and l.at < :end
                       and l.supporter_id is not null) met
              join supporters.supporter own on own.id = met.id
              join supporters.supporter main on main.id = coalesce(own.merged_into, own.id)
             where main.email_index is not null
            """;

    private static final String TRACE =
            """
            insert into reveals.reveal (id, at, account_id, role, subject_id, kind, matter, part, way, reason)
            select gen_random_uuid(), :at, :reader, :role, subject_id, 'breach', :breach, 'CONTACT', 'EXPORTED', 'LAW'
              from (
            """;

    private static final String OPENERS =
            """
            select account_id, max(at) as last
              from (select account_id, at from reveals.reveal where at >= :since
                    union all
                    select account_id, at from reveals.look_up where at >= :since) as seen
             group by account_id order by last desc, account_id
            """;

    private final DatabaseClient database;

    BreachStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Breach breach) {
        return database.sql(
                        """
                        insert into reveals.breach (id, scope, account_id, from_day, until_day, noted_by, noted_at)
                        values (:id, :scope, :account, :from, :until, :by, :at)
                        """)
                .bind("id", breach.id())
                .bind("scope", breach.scope().name())
                .bind("account", uuid(breach.account()))
                .bind("from", Parameters.in(R2dbcType.DATE, breach.from()))
                .bind("until", Parameters.in(R2dbcType.DATE, breach.until()))
                .bind("by", breach.notedBy())
                .bind("at", breach.notedAt())
                .then();
    }

    private static Parameter uuid(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }

    Mono<Breach> find(UUID id) {
        return database.sql("select * from reveals.breach where id = :id")
                .bind("id", id)
                .map(Breach::of)
                .one();
    }

    /** Who opened something since a moment, the last first. */
    Flux<Opener> openers(Instant since) {
        return database.sql(OPENERS).bind("since", since).map(Opener::of).all();
    }

    /** The latest, a hundred at most. */
    Flux<Breach> latest() {
        return database.sql(
                        "select * from reveals.breach order by noted_at desc, id desc limit 100")
                .map(Breach::of)
                .all();
    }

    Mono<Void> approve(UUID id, Instant at) {
        return database.sql(
                        "update reveals.breach set approved_at = :at where id = :id and approved_at is null")
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    /** How many people are affected. */
    Mono<Long> count(Breach breach) {
        return (breach.scope() == Breach.Scope.EVERYBODY
                        ? countOfEverybody()
                        : scoped("select count(*) as people from (" + OPENED + ") as them", breach))
                .map(row -> Row.whole(row, "people"))
                .one();
    }

    private GenericExecuteSpec countOfEverybody() {
        return database.sql("select count(*) as people from (" + EVERYBODY + ") as them");
    }

    /** Who they are. */
    Flux<SupporterId> people(Breach breach) {
        return (breach.scope() == Breach.Scope.EVERYBODY
                        ? everybody()
                        : scoped(OPENED + " order by 1", breach))
                .map(row -> new SupporterId(Row.uuid(row, "id")))
                .all();
    }

    private GenericExecuteSpec everybody() {
        return database.sql(EVERYBODY + " order by 1");
    }

    /** Notes of each of them that the list went out; they read it on their own page. */
    Mono<Void> trace(Breach breach, UUID reader, Role role, Instant at) {
        GenericExecuteSpec insert =
                breach.scope() == Breach.Scope.EVERYBODY
                        ? traceEverybody()
                        : scoped(TRACE + OPENED + ") as them", breach);
        return insert.bind("at", at)
                .bind("reader", reader)
                .bind("role", role.name())
                .bind("breach", breach.id())
                .then();
    }

    private GenericExecuteSpec traceEverybody() {
        return database.sql(TRACE + EVERYBODY + ") as them");
    }

    private GenericExecuteSpec scoped(String sql, Breach breach) {
        return database.sql(sql)
                .bind("account", Objects.requireNonNull(breach.account()))
                .bind("begin", breach.begin())
                .bind("end", breach.end());
    }
}
