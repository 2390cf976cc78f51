package org.lfnkr.zabuton.bookkeeping.spending;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/** How long money waits before it is spent, all that two people decided. */
@Repository
public class Ripenings {

    private static final String ALL =
            """
            select id, means, days, effective_from, reason_en, reason_ja from bookkeeping.ripening_version
            order by effective_from desc, decided_at desc
            """;

    private static final String ADD =
            """
            insert into bookkeeping.ripening_version (id, means, days, effective_from, reason_en, reason_ja,
                decided_at)
            values (:id, :means, :days, :from, :en, :ja, :at)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Ripenings(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The latest first day first; of one day what was decided last. */
    public Flux<Ripening> all() {
        return database.sql(ALL).map(Ripening::of).all();
    }

    /**
     * Adds a version, in the caller's transaction.
     *
     * @param decided with a first day that is to come
     */
    @Transactional
    public Mono<Void> add(Ripening decided) {
        return database.sql(ADD)
                .bind("id", decided.id())
                .bind("means", decided.means())
                .bind("days", decided.days())
                .bind("from", decided.from())
                .bind("en", decided.reason().en())
                .bind("ja", decided.reason().ja())
                .bind("at", clock.instant())
                .then();
    }
}
