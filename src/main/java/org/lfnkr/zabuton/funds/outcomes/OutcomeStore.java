package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** What staff note of purchases, and see of them. */
@Repository
class OutcomeStore {

    private static final String SELECT =
            """
            select d.id, d.number, d.units as planned, d.yen - d.back as left_yen, d.approved_on,
                   o.name_en, o.name_ja, o.unit_key,
                   n.disbursement, d.outcome, n.units, n.yen, n.kept, n.unbought, n.missing, n.delivered, n.bought_on
            from funds.disbursement d
                join impact.outcome o on o.code = d.outcome
                left join funds.purchase_now n on n.disbursement = d.id
            where d.approved_at is not null
            """;

    private static final String LIST =
            SELECT + " and d.number < :before order by d.number desc limit :most";

    private static final String ONE = SELECT + " and d.id = :id";

    private static final String TOTALS =
            """
            select o.name_en, o.name_ja, o.unit_key, cast(sum(n.units - n.unbought) as bigint) as bought,
                   cast(sum(n.delivered) as bigint) as delivered, cast(sum(n.missing) as bigint) as missing,
                   coalesce((select t.bought from impact.told t where t.outcome = o.code), 0) as told
            from impact.outcome o join funds.purchase_now n on n.outcome = o.code
            group by o.code order by o.code
            """;

    private static final String BUY =
            """
            insert into funds.purchase (disbursement, outcome, units, yen, kept, bought_on, evidence, noted_at)
            select d.id, d.outcome, :units, d.yen, d.yen - d.back, :on, e.evidence, :at
            from funds.disbursement d
                join funds.disbursement_evidence e on e.disbursement = d.id and e.kind = 'INVOICE'
            where d.id = :id and e.evidence = :evidence and d.approved_at is not null and d.outcome is not null
              and d.back < d.yen
            on conflict do nothing
            """;

    private static final String DELIVER =
            """
            insert into funds.delivery (id, disbursement, units, arrived_on, evidence, noted_at)
            select :id, e.disbursement, :units, :on, e.evidence, :at
            from funds.disbursement_evidence e
            where e.disbursement = :disbursement and e.evidence = :evidence and e.kind = 'DELIVERY'
            on conflict do nothing
            """;

    private final DatabaseClient database;

    OutcomeStore(DatabaseClient database) {
        this.database = database;
    }

    /** Newest first. */
    Flux<Bought> list(long before) {
        return database.sql(LIST)
                .bind("before", before)
                .bind("most", Slice.ASKED)
                .map(Bought::of)
                .all();
    }

    Mono<Bought> find(UUID id) {
        return database.sql(ONE).bind("id", id).map(Bought::of).one();
    }

    Flux<OutcomeTotal> totals() {
        return database.sql(TOTALS).map(OutcomeTotal::of).all();
    }

    /** The purchase; others who note something of it wait. Empty before it is noted. */
    Mono<Purchase> lock(UUID disbursement) {
        return database.sql(
                        "select disbursement from funds.purchase where disbursement = :id for no"
                                + " key update")
                .bind("id", disbursement)
                .mapValue(UUID.class)
                .one()
                .flatMap(
                        id ->
                                database.sql(
                                                "select * from funds.purchase_now where"
                                                        + " disbursement = :id")
                                        .bind("id", id)
                                        .map(Purchase::of)
                                        .one());
    }

    /** Whether it was: once, with an invoice of the disbursement, before all came back. */
    Mono<Boolean> buy(PurchaseDraft it, Instant at) {
        return database.sql(BUY)
                .bind("id", it.disbursement())
                .bind("units", it.units())
                .bind("on", it.boughtOn())
                .bind("evidence", it.evidence())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Whether it was: once for each proof. */
    Mono<Boolean> deliver(Delivery delivery, Instant at) {
        return database.sql(DELIVER)
                .bind("id", delivery.id())
                .bind("disbursement", delivery.disbursement())
                .bind("units", delivery.units())
                .bind("on", delivery.arrivedOn())
                .bind("evidence", delivery.evidence())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Oldest first. */
    Flux<Delivery> deliveries(UUID disbursement) {
        return database.sql(
                        "select * from funds.delivery where disbursement = :id order by arrived_on,"
                                + " noted_at, id")
                .bind("id", disbursement)
                .map(Delivery::of)
                .all();
    }

    /** Sealed files that show it and of which nothing was noted yet, oldest first. */
    Flux<UUID> proofs(UUID disbursement, String kind) {
        return database.sql(
                        """
                        select e.evidence from funds.disbursement_evidence e
                        where e.disbursement = :id and e.kind = :kind
                          and not exists (select from funds.delivery d
                              where d.disbursement = e.disbursement and d.evidence = e.evidence)
                        order by e.kept_at, e.evidence
                        """)
                .bind("id", disbursement)
                .bind("kind", kind)
                .mapValue(UUID.class)
                .all();
    }

    /** How many orders' and gifts' money is in it. */
    Mono<Long> people(UUID disbursement) {
        return database.sql("select count(*) from funds.share where disbursement = :id and yen > 0")
                .bind("id", disbursement)
                .mapValue(Long.class)
                .one();
    }
}
