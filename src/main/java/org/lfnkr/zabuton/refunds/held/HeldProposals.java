package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** What was asked of a second person. */
@Repository
class HeldProposals {

    private final DatabaseClient database;
    private final Clock clock;

    HeldProposals(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last that was asked stands. */
    Mono<Void> add(UUID hold, String why, String by) {
        return database.sql(
                        """
                        insert into refunds.held_proposal (hold, why, proposed_at, proposed_by)
                        values (:hold, :why, :now, :by)
                        on conflict (hold) do update set why = excluded.why,
                            proposed_at = excluded.proposed_at, proposed_by = excluded.proposed_by
                        """)
                .bind("hold", hold)
                .bind("why", why)
                .bind("now", clock.instant())
                .bind("by", by)
                .then();
    }

    /** Why. */
    Mono<String> find(UUID hold) {
        return database.sql("select why from refunds.held_proposal where hold = :hold")
                .bind("hold", hold)
                .map(row -> Row.text(row, "why"))
                .one();
    }
}
