package org.lfnkr.zabuton.funds.targets;

import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.impact.TargetColumns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class TargetDraftStore {

    private static final String ADD =
            """
            insert into funds.target_draft (id, fund, effective_from, target, counts_from, closed, instead,
                reason_en, reason_ja, drafted_at)
            values (:id, :fund, :from, :target, :since, :closed, :instead, :en, :ja, :at)
            """;

    private static final String FIND =
            """
            select id, fund, effective_from, target, counts_from, closed, instead, reason_en, reason_ja
            from funds.target_draft where id = :id
            """;

    private final DatabaseClient database;

    TargetDraftStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(FundTarget draft, Instant at) {
        return TargetColumns.bind(database.sql(ADD), draft).bind("at", at).then();
    }

    Mono<FundTarget> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(FundTarget::of).one();
    }
}
