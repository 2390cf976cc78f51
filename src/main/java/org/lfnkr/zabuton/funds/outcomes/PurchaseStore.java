package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Purchases as they stand, and whose money is in them. */
@Repository
class PurchaseStore {

    private static final String LOCK =
            "select subject from impact.statement where subject = :subject for no key update";

    private static final String SHARES =
            "select disbursement, yen from funds.share where subject = :subject";

    private static final String SET =
            """
            insert into funds.share (disbursement, subject, yen)
            select w.disbursement, w.subject, w.yen
            from unnest(:disbursements::uuid[], :subjects::uuid[], :yen::bigint[]) as w (disbursement, subject, yen)
            on conflict (disbursement, subject) do update set yen = excluded.yen
            """;

    private final DatabaseClient database;

    PurchaseStore(DatabaseClient database) {
        this.database = database;
    }

    /** Somebody's share, to be written. */
    record Share(UUID disbursement, UUID subject, Money yen) {}

    /** Others who follow the same statement wait until the transaction ends. */
    Mono<Void> lock(UUID subject) {
        return database.sql(LOCK).bind("subject", subject).then();
    }

    Mono<Map<UUID, Money>> shares(UUID subject) {
        return database.sql(SHARES)
                .bind("subject", subject)
                .map(row -> Map.entry(Row.uuid(row, "disbursement"), Row.money(row, "yen")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** All at once: one may rise by what another falls. */
    Mono<Void> set(Collection<Share> shares) {
        return database.sql(SET)
                .bind(
                        "disbursements",
                        shares.stream().map(Share::disbursement).toArray(UUID[]::new))
                .bind("subjects", shares.stream().map(Share::subject).toArray(UUID[]::new))
                .bind("yen", shares.stream().map(it -> it.yen().yen()).toArray(Long[]::new))
                .then();
    }

    Mono<Purchase> find(UUID disbursement) {
        return database.sql("select * from funds.purchase_now where disbursement = :disbursement")
                .bind("disbursement", disbursement)
                .map(Purchase::of)
                .one();
    }

    Mono<Map<UUID, Purchase>> find(Collection<UUID> disbursements) {
        return database.sql("select * from funds.purchase_now where disbursement = any(:those)")
                .bind("those", disbursements.toArray(UUID[]::new))
                .map(Purchase::of)
                .all()
                .collectMap(Purchase::disbursement);
    }

    /** Those whose money is, or was, in a purchase. */
    Flux<UUID> subjects(UUID disbursement) {
        return database.sql("select subject from funds.share where disbursement = :disbursement")
                .bind("disbursement", disbursement)
                .mapValue(UUID.class)
                .all();
    }

    /** What of its money has not come back. */
    Mono<Void> keep(UUID disbursement) {
        return database.sql(
                        """
                        update funds.purchase p set kept = d.yen - d.back
                        from funds.disbursement d
                        where d.id = p.disbursement and p.disbursement = :disbursement
                        """)
                .bind("disbursement", disbursement)
                .then();
    }
}
