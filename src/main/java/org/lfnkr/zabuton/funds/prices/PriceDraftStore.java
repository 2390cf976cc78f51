package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.impact.PriceColumns;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class PriceDraftStore {

    private static final String ADD =
            """
            insert into funds.price_draft (id, outcome, yen, units, valid_from, evidence, evidence_on, evidence_until,
                file, sha256, drafted_at)
            values (:id, :outcome, :yen, :units, :from, :evidence, :on, :until, :file, :sha256, :at)
            """;

    private static final String FIND =
            """
            select d.id, d.outcome, o.name_en, o.name_ja, o.unit_key, o.fund, d.yen, d.units, d.valid_from,
                   d.evidence, d.evidence_on, d.evidence_until, d.file, d.sha256, p.decided_at
            from funds.price_draft d
                join impact.outcome o on o.code = d.outcome
                left join impact.price p on p.id = d.id
            where d.id = :id
            """;

    private final DatabaseClient database;

    PriceDraftStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(PriceVersion draft, Instant at) {
        return PriceColumns.bind(database.sql(ADD), draft).bind("at", at).then();
    }

    /** With the moment at which it was decided, where it was. */
    Mono<PriceVersion> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(PriceVersion::of).one();
    }
}
