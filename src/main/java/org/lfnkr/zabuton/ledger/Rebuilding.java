package org.lfnkr.zabuton.ledger;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/**
 * Computes all that is kept beside the journal anew, and says whether it is the same. The shop may
 * run meanwhile: pages show what was kept before, and what is to be booked waits and is tried
 * again.
 */
@Service
public class Rebuilding {

    /** Years of books take longer than a page may. */
    private static final String PATIENCE = "set local statement_timeout = '30min'";

    private final List<Projection> projections;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Rebuilding(
            List<Projection> projections,
            DatabaseClient database,
            TransactionalOperator transaction) {
        this.projections = projections;
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * All or nothing.
     *
     * @param keeps whether what was computed takes the place of what was kept
     * @return what became of each; an error where somebody was booking for too long
     */
    public Mono<List<Rebuilt>> run(boolean keeps) {
        return transaction
                .execute(
                        open -> {
                            if (!keeps) {
                                open.setRollbackOnly();
                            }
                            return database.sql(PATIENCE)
                                    .then()
                                    .then(database.sql("select ledger.hold_for_rebuild()").then())
                                    .thenMany(Flux.defer(this::all))
                                    .collectList();
                        })
                .single();
    }

    private Flux<Rebuilt> all() {
        return Flux.fromIterable(projections).concatMap(Rebuilding::one);
    }

    private static Mono<Rebuilt> one(Projection those) {
        return those.hash()
                .flatMap(
                        before ->
                                those.rebuild()
                                        .then(those.hash())
                                        .map(after -> new Rebuilt(those.name(), before, after)));
    }
}
