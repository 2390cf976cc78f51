package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** Reads disbursements. */
@Repository
public class DisbursementStore {

    public static final String SELECT =
            """
            select d.id, d.number, d.state, d.fund, d.payee, d.purpose, d.outcome, d.units, d.yen, d.fee, d.way,
                   d.pay_on, d.revision, d.back, d.drafted_at, d.approved_at, d.paid_on, d.invoiced_at,
                   d.delivered_at, f.name_en as fund_en, f.name_ja as fund_ja,
                   o.name_en as outcome_en, o.name_ja as outcome_ja, o.unit_key
              from funds.disbursement d join ledger.fund f on f.code = d.fund
              left join impact.outcome o on o.code = d.outcome
            """;

    private final DatabaseClient database;

    DisbursementStore(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where there is none. */
    public Mono<Disbursement> find(DisbursementId id) {
        return database.sql(SELECT + " where d.id = :id")
                .bind("id", id.value())
                .map(DisbursementRow::of)
                .one();
    }

    /** Under whose key the foreign sum lies; empty where there is none. */
    Mono<SubjectId> abroad(DisbursementId id) {
        return database.sql(
                        "select abroad from funds.disbursement where id = :id and abroad is not"
                                + " null")
                .bind("id", id.value())
                .map(row -> new SubjectId(Row.uuid(row, "abroad")))
                .one();
    }
}
