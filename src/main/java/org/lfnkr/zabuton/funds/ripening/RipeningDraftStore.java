package org.lfnkr.zabuton.funds.ripening;

import org.lfnkr.zabuton.bookkeeping.spending.Ripening;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class RipeningDraftStore {

    private static final String ADD =
            """
            insert into funds.ripening_draft (id, means, days, effective_from, reason_en, reason_ja, drafted_at)
            values (:id, :means, :days, :from, :en, :ja, :at)
            """;

    private static final String FIND =
            """
            select id, means, days, effective_from, reason_en, reason_ja from funds.ripening_draft where id = :id
            """;

    private final DatabaseClient database;

    RipeningDraftStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Ripening draft, Instant at) {
        return database.sql(ADD)
                .bind("id", draft.id())
                .bind("means", draft.means())
                .bind("days", draft.days())
                .bind("from", draft.from())
                .bind("en", draft.reason().en())
                .bind("ja", draft.reason().ja())
                .bind("at", at)
                .then();
    }

    Mono<Ripening> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(Ripening::of).one();
    }
}
