package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.impact.Trail;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** The latest order all of whose money has arrived as what it was for. */
@Component
public class DeliveredExample {

    /** Of money that is spent whole and of which nothing went back. */
    private static final String LATEST =
            """
            select p.subject from impact.progress p
                join impact.statement s on s.subject = p.subject
            where p.delivered_units >= s.funded_units and p.delivered_units > 0
              and p.delivered_units = p.expected_units
              and exists (select from bookkeeping.lot l where l.subject = p.subject and l.part = 'LINE')
              and not exists (select from bookkeeping.movement m where m.subject = p.subject and m.no > 0)
            order by p.followed_at desc, p.subject limit 1
            """;

    private final DatabaseClient database;
    private final PurchaseTrail trails;

    DeliveredExample(DatabaseClient database, PurchaseTrail trails) {
        this.database = database;
        this.trails = trails;
    }

    /**
     * With days rounded to months, and nothing by which anybody else knows it; empty before one.
     */
    public Mono<Trail> latest(Language language) {
        return database.sql(LATEST)
                .mapValue(UUID.class)
                .one()
                .flatMap(subject -> trails.rounded(subject, language));
    }
}
