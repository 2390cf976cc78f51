package org.lfnkr.zabuton.impact;

import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;

/** The versions of funds' targets. */
@Repository
class FundTargetStore {

    private static final String IN_FORCE =
            """
            select distinct on (fund) id, fund, effective_from, target, counts_from, closed, instead,
                   reason_en, reason_ja
            from impact.fund_target where effective_from <= :day
            order by fund, effective_from desc, decided_at desc
            """;

    private static final String OF_FUND =
            """
            select id, fund, effective_from, target, counts_from, closed, instead, reason_en, reason_ja
            from impact.fund_target where fund = :fund and effective_from <= :day
            order by effective_from desc, decided_at desc limit 1
            """;

    private static final String ALL =
            """
            select id, fund, effective_from, target, counts_from, closed, instead, reason_en, reason_ja
            from impact.fund_target order by fund, effective_from desc, decided_at desc
            """;

    private static final String ADD =
            """
            insert into impact.fund_target (id, fund, effective_from, target, counts_from, closed, instead,
                reason_en, reason_ja, decided_at)
            values (:id, :fund, :from, :target, :since, :closed, :instead, :en, :ja, :at)
            """;

    private static final String HOLD =
            "select pg_advisory_xact_lock(hashtextextended('impact.fund_target', 0))";

    private final DatabaseClient database;

    FundTargetStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<FundTarget> inForce(LocalDate day) {
        return database.sql(IN_FORCE).bind("day", day).map(FundTarget::of).all();
    }

    Mono<FundTarget> inForce(Fund fund, LocalDate day) {
        return database.sql(OF_FUND)
                .bind("fund", fund.code())
                .bind("day", day)
                .map(FundTarget::of)
                .one();
    }

    Flux<FundTarget> all() {
        return database.sql(ALL).map(FundTarget::of).all();
    }

    Mono<Void> hold() {
        return database.sql(HOLD).then();
    }

    Mono<Void> add(FundTarget target, Instant at) {
        return TargetColumns.bind(database.sql(ADD), target).bind("at", at).then();
    }
}
