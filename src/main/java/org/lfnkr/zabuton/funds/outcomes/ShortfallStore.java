package org.lfnkr.zabuton.funds.outcomes;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** What will not arrive of what was bought: proposed by one, decided by another. */
@Repository
class ShortfallStore {

    private static final String PROPOSE =
            """
            insert into funds.shortfall (id, disbursement, units, reason, instead, came, proposed_at)
            values (:id, :disbursement, :units, :reason, :instead, :came, :at)
            """;

    private final DatabaseClient database;

    ShortfallStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> propose(Shortfall it) {
        Substitute instead = it.instead();
        return database.sql(PROPOSE)
                .bind("id", it.id())
                .bind("disbursement", it.disbursement())
                .bind("units", it.units())
                .bind("reason", it.reason().name())
                .bind(
                        "instead",
                        Parameters.in(R2dbcType.VARCHAR, instead == null ? null : instead.name()))
                .bind("came", Parameters.in(R2dbcType.BIGINT, it.came()))
                .bind("at", it.proposedAt())
                .then();
    }

    Mono<Void> decide(UUID shortfall, Instant at) {
        return database.sql(
                        "update funds.shortfall set decided_at = :at where id = :id and decided_at"
                                + " is null")
                .bind("id", shortfall)
                .bind("at", at)
                .then();
    }

    Mono<Shortfall> find(UUID id) {
        return database.sql("select * from funds.shortfall where id = :id")
                .bind("id", id)
                .map(Shortfall::of)
                .one();
    }

    /** Oldest first. */
    Flux<Shortfall> of(UUID disbursement) {
        return database.sql(
                        "select * from funds.shortfall where disbursement = :id order by"
                                + " proposed_at, id")
                .bind("id", disbursement)
                .map(Shortfall::of)
                .all();
    }
}
