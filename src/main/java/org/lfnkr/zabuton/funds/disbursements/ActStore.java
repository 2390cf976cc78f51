package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;

/** Writes what becomes of a disbursement. */
@Repository
class ActStore {

    private final DatabaseClient database;
    private final DisbursementStore disbursements;

    ActStore(DatabaseClient database, DisbursementStore disbursements) {
        this.database = database;
        this.disbursements = disbursements;
    }

    /** The disbursement, which nobody else changes until the transaction ends. */
    Mono<Disbursement> lock(DisbursementId id) {
        return database.sql(
                        "select id from funds.disbursement where id = :id for no key update")
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

    Mono<Void> approve(DisbursementId id, Instant at) {
        return database.sql("update funds.disbursement set approved_at = :at where id = :id")
                .bind("id", id.value())
                .bind("at", at)
                .then();
    }

    /**
     * @param row of the bank's statement
     */
    Mono<Void> pay(DisbursementId id, String row, LocalDate on) {
        return database.sql(
                        "update funds.disbursement set paid_row = :row, paid_on = :on where id = :id")
                .bind("id", id.value())
                .bind("row", row)
                .bind("on", on)
                .then();
    }

    /** False where that row did not pay it, or something has come back since. */
    Mono<Boolean> unpay(DisbursementId id, String row) {
        return database.sql(
                        """
                        update funds.disbursement set paid_row = null, paid_on = null
                         where id = :id and paid_row = :row and back = 0
                        """)
                .bind("id", id.value())
                .bind("row", row)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What comes back, oldest first. */
    Flux<Return> returns(DisbursementId id) {
        return database.sql(
                        """
                        select no, yen, why, decided_at, arrived_on
                          from funds.disbursement_return where disbursement = :id order by no
                        """)
                .bind("id", id.value())
                .map(Return::of)
                .all();
    }

    Mono<Void> back(DisbursementId id, Return back, String by) {
        return database.sql(
                        """
                        with kept as (
                            insert into funds.disbursement_return (disbursement, no, yen, why, decided_at, decided_by)
                            values (:id, :no, :yen, :why, :at, :by))
                        update funds.disbursement set back = back + :yen where id = :id
                        """)
                .bind("id", id.value())
                .bind("no", back.no())
                .bind("yen", back.yen().yen())
                .bind("why", back.why().name())
                .bind("at", back.decidedAt())
                .bind("by", by)
                .then();
    }

    /** False where it has arrived before. */
    Mono<Boolean> arrive(DisbursementId id, int no, String row, LocalDate on) {
        return database.sql(
                        """
                        update funds.disbursement_return set arrived_row = :row, arrived_on = :on
                         where disbursement = :id and no = :no and arrived_on is null
                        """)
                .bind("id", id.value())
                .bind("no", no)
                .bind("row", row)
                .bind("on", on)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> unarrive(DisbursementId id, int no, String row) {
        return database.sql(
                        """
                        update funds.disbursement_return set arrived_row = null, arrived_on = null
                         where disbursement = :id and no = :no and arrived_row = :row
                        """)
                .bind("id", id.value())
                .bind("no", no)
                .bind("row", row)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Approved ones that a row of so many yen may pay. */
    Flux<Disbursement> payable(Money size) {
        return database.sql(
                        DisbursementStore.SELECT
                                + """
                                 where d.state = 'APPROVED' and :yen between d.yen and d.yen + d.fee
                                 order by d.number limit 10
                                """)
                .bind("yen", size.yen())
                .map(DisbursementRow::of)
                .all();
    }

    /** Paid ones of which so many yen are expected back. */
    Flux<Disbursement> expecting(Money size) {
        return database.sql(
                        DisbursementStore.SELECT
                                + """
                                 where d.paid_on is not null and exists (
                                    select from funds.disbursement_return r
                                     where r.disbursement = d.id and r.yen = :yen and r.arrived_on is null)
                                 order by d.number limit 10
                                """)
                .bind("yen", size.yen())
                .map(DisbursementRow::of)
                .all();
    }
}
