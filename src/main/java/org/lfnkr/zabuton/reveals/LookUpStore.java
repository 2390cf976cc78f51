package org.lfnkr.zabuton.reveals;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Who asked for whom; the database lets the application add and read, and nothing else. */
@Repository
class LookUpStore {

    private final DatabaseClient database;

    LookUpStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(LookUp asked, UUID account, @Nullable SupporterId found) {
        return database.sql(
                        """
                        insert into reveals.look_up (at, account_id, role, kind, supporter_id)
                        values (:at, :account, :role, :kind, :found)
                        """)
                .bind("at", asked.at())
                .bind("account", account)
                .bind("role", asked.role().name())
                .bind("kind", asked.kind().name())
                .bind(
                        "found",
                        Parameter.fromOrEmpty(found == null ? null : found.value(), UUID.class))
                .then();
    }

    Mono<Long> count(UUID account, Instant since) {
        return database.sql(
                        """
                        select count(*) from reveals.look_up
                         where account_id = :account and at >= :since
                        """)
                .bind("account", account)
                .bind("since", since)
                .mapValue(Long.class)
                .one();
    }

    /** By which some people were found, the latest first. */
    Flux<LookUp> of(UUID[] people) {
        return database.sql(
                        """
                        select at, role, kind from reveals.look_up
                         where supporter_id = any(:people) order by at desc
                        """)
                .bind("people", people)
                .map(LookUpStore::lookUp)
                .all();
    }

    private static LookUp lookUp(Readable row) {
        return new LookUp(
                Row.instant(row, "at"),
                Role.valueOf(Row.text(row, "role")),
                LookUp.Kind.valueOf(Row.text(row, "kind")));
    }
}
