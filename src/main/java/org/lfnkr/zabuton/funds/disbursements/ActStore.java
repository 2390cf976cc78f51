package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Writes what becomes of a disbursement. */
@Repository
public class ActStore {

    /** Matching a row moves its money from suspense, and taking that back moves it again. */
    private static final String SOURCES =
            """
            with rows as (
                select paid_row as row from funds.disbursement where id = :id and paid_row is not null
                union all select arrived_row from funds.disbursement_return
                 where disbursement = :id and arrived_row is not null)
            select 'decision:disbursement-' || :id as source
            union all select 'decision:disbursement-' || disbursement || '-returned-' || no || part
              from funds.disbursement_return, unnest(array['', ':lost', ':undone']) part where disbursement = :id
            union all select 'bank:' || row from rows
            union all select known.entry
              from rows join banking.match m on m.row_id = rows.row::uuid,
                   lateral (values (m.entry), (m.undone_entry)) as known (entry)
             where m.kind = 'disbursement' and known.entry is not null
            """;

    private final DatabaseClient database;
    private final DisbursementStore disbursements;

    ActStore(DatabaseClient database, DisbursementStore disbursements) {
        this.database = database;
        this.disbursements = disbursements;
    }

    /** The disbursement, which nobody else changes until the transaction ends. */
    public Mono<Disbursement> lock(DisbursementId id) {
        return database.sql("select id from funds.disbursement where id = :id for no key update")
                .bind("id", id.value())
                .map(row -> Row.uuid(row, "id"))
                .one()
                .flatMap(locked -> disbursements.find(id));
    }

    /** Makes those wait who would take from its fund. */
    Mono<Void> holdFund(Disbursement it) {
        return database.sql("select funds.hold_fund(:fund)")
                .bind("fund", it.plan().fund().code())
                .then();
    }

    Mono<Void> approve(DisbursementId id, UUID approval, Instant at) {
        return database.sql(
                        "update funds.disbursement set approved_at = :at, approval = :approval"
                                + " where id = :id")
                .bind("id", id.value())
                .bind("approval", approval)
                .bind("at", at)
                .then();
    }

    /** What comes back, oldest first. */
    public Flux<Return> returns(DisbursementId id) {
        return database.sql(
                        """
                        select id, no, yen, why, decided_at, arrived_on, lost_on, undone_at
                          from funds.disbursement_return where disbursement = :id order by no
                        """)
                .bind("id", id.value())
                .map(Return::of)
                .all();
    }

    /** The approval that was signed for it; empty before. */
    Mono<UUID> approval(DisbursementId id) {
        return database.sql(
                        "select approval from funds.disbursement where id = :id and approval is not"
                                + " null")
                .bind("id", id.value())
                .map(row -> Row.uuid(row, "approval"))
                .one();
    }

    /** What may be behind entries of the journal about it, as the journal calls it. */
    Flux<String> sources(DisbursementId id) {
        return database.sql(SOURCES)
                .bind("id", id.value())
                .map(row -> Row.text(row, "source"))
                .all();
    }
}
