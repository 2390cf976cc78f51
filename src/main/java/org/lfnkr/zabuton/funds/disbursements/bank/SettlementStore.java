package org.lfnkr.zabuton.funds.disbursements.bank;

import org.lfnkr.zabuton.funds.disbursements.BankFee;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.DisbursementRow;
import org.lfnkr.zabuton.funds.disbursements.DisbursementStore;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** Notes which rows of the bank pay disbursements or bring of them back, and finds which may. */
@Repository
class SettlementStore {

    private final DatabaseClient database;

    SettlementStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Notes that it is paid.
     *
     * @param row of the bank's statement
     */
    Mono<Void> pay(DisbursementId id, String row, LocalDate on) {
        return database.sql(
                        "update funds.disbursement set paid_row = :row, paid_on = :on where id ="
                                + " :id")
                .bind("id", id.value())
                .bind("row", row)
                .bind("on", on)
                .then();
    }

    /** False where that row did not pay it, or something has come back since. */
    Mono<Boolean> unpay(DisbursementId id, String row) {
        return database.sql(
                        """
                        update funds.disbursement d set paid_row = null, paid_on = null
                         where d.id = :id and d.paid_row = :row and not exists (
                            select from funds.disbursement_return r
                             where r.disbursement = d.id and r.why not in ('CALLED_OFF', 'PAID_LESS'))
                        """)
                .bind("id", id.value())
                .bind("row", row)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where it has arrived before. */
    Mono<Boolean> arrive(DisbursementId id, int no, String row, LocalDate on) {
        return database.sql(
                        """
                        update funds.disbursement_return set arrived_row = :row, arrived_on = :on
                         where disbursement = :id and no = :no
                           and (expected or (lost_on is not null and arrived_on is null))
                        """)
                .bind("id", id.value())
                .bind("no", no)
                .bind("row", row)
                .bind("on", on)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False where that row did not bring it. */
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

    /**
     * Approved ones that a row of so many yen may pay, the nearest first: with the bank's fee, or
     * less than was signed by no more than that.
     */
    Flux<Disbursement> payable(Money size) {
        return database.sql(
                        DisbursementStore.SELECT
                                + """
                                 where d.state = 'APPROVED'
                                   and :yen between d.yen - d.back - :most and d.yen - d.back + greatest(d.fee, :most)
                                 order by :yen not between d.yen - d.back and d.yen - d.back + d.fee, d.number limit 10
                                """)
                .bind("yen", size.yen())
                .bind("most", BankFee.MOST.yen())
                .map(DisbursementRow::of)
                .all();
    }

    /**
     * Paid ones of which so many yen are expected back, or what is that with a bank's fee kept;
     * then those of which as many were given up.
     */
    Flux<Disbursement> expecting(Money size) {
        return database.sql(
                        DisbursementStore.SELECT
                                + """
                                 where d.paid_on is not null and d.id in (
                                    select r.disbursement from funds.disbursement_return r
                                     where r.expected and r.yen between :yen and :yen + :most
                                    union all
                                    select r.disbursement from funds.disbursement_return r
                                     where r.lost_on is not null and r.arrived_on is null
                                       and r.yen between :yen and :yen + :most)
                                 order by not exists (
                                    select from funds.disbursement_return r
                                     where r.disbursement = d.id and r.expected and r.yen = :yen), d.number limit 10
                                """)
                .bind("yen", size.yen())
                .bind("most", BankFee.MOST.yen())
                .map(DisbursementRow::of)
                .all();
    }
}
