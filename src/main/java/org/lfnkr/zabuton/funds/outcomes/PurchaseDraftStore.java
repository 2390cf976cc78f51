package org.lfnkr.zabuton.funds.outcomes;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Purchases on which a second person decides. */
@Repository
class PurchaseDraftStore {

    private static final String ADD =
            """
            insert into funds.purchase_draft (id, disbursement, units, bought_on, evidence, drafted_at)
            select :id, e.disbursement, :units, :on, e.evidence, :at from funds.disbursement_evidence e
            where e.disbursement = :disbursement and e.evidence = :evidence and e.kind = 'INVOICE'
            """;

    private static final String FIND =
            """
            select id, disbursement, units, bought_on, evidence from funds.purchase_draft where id = :id
            """;

    private static final String OF =
            """
            select id, disbursement, units, bought_on, evidence from funds.purchase_draft
            where disbursement = :disbursement order by drafted_at desc
            """;

    private final DatabaseClient database;

    PurchaseDraftStore(DatabaseClient database) {
        this.database = database;
    }

    /** Nothing where what it was read from is no invoice of the disbursement. */
    Mono<Void> add(PurchaseDraft it, Instant at) {
        return database.sql(ADD)
                .bind("id", it.id())
                .bind("disbursement", it.disbursement())
                .bind("units", it.units())
                .bind("on", it.boughtOn())
                .bind("evidence", it.evidence())
                .bind("at", at)
                .then();
    }

    /** The latest first, those too on which somebody has decided. */
    Flux<PurchaseDraft> of(UUID disbursement) {
        return database.sql(OF).bind("disbursement", disbursement).map(PurchaseDraft::of).all();
    }

    Mono<PurchaseDraft> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(PurchaseDraft::of).one();
    }
}
