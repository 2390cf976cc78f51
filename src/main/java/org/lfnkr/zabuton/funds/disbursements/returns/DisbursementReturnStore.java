package org.lfnkr.zabuton.funds.disbursements.returns;

import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.funds.disbursements.Return;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.funds.disbursements.UndoneWhy;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Writes what comes back, and what becomes of it. */
@Repository
class DisbursementReturnStore {

    private final DatabaseClient database;

    DisbursementReturnStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> back(DisbursementId id, Return back, String by) {
        return database.sql(
                        """
                        with kept as (
                            insert into funds.disbursement_return (id, disbursement, no, yen, why, decided_at, decided_by)
                            values (:return, :id, :no, :yen, :why, :at, :by))
                        update funds.disbursement set back = back + :yen where id = :id
                        """)
                .bind("id", id.value())
                .bind("return", back.id())
                .bind("no", back.no())
                .bind("yen", back.yen().yen())
                .bind("why", back.why().name())
                .bind("at", back.decidedAt())
                .bind("by", by)
                .then();
    }

    /** Of which disbursement something comes back; empty where nothing of that name does. */
    Mono<RowReference> ofReturn(UUID back) {
        return database.sql(
                        "select disbursement, no from funds.disbursement_return where id = :back")
                .bind("back", back)
                .map(
                        row ->
                                new RowReference(
                                        new DisbursementId(Row.uuid(row, "disbursement")),
                                        Row.number(row, "no")))
                .one();
    }

    /**
     * @param approval that two people gave
     */
    Mono<Void> lose(Return back, UUID approval, LocalDate on) {
        return database.sql(
                        """
                        update funds.disbursement_return set lost_on = :on, lost_by = :approval
                         where id = :id and lost_on is null and why not in ('CALLED_OFF', 'PAID_LESS')
                        """)
                .bind("id", back.id())
                .bind("approval", approval)
                .bind("on", on)
                .then();
    }

    /** False where the disbursement is paid, or it was undone before. */
    Mono<Boolean> undo(DisbursementId id, Return back, UndoneWhy why, String by, Instant at) {
        return database.sql(
                        """
                        with undone as (
                            update funds.disbursement_return r
                               set undone_at = :at, undone_by = :by, undone_why = :why
                              from funds.disbursement d
                             where r.id = :return and r.undone_at is null and r.why = 'PAID_LESS'
                               and d.id = :id and d.id = r.disbursement and d.paid_on is null
                            returning r.yen)
                        update funds.disbursement set back = back - undone.yen from undone where id = :id
                        """)
                .bind("id", id.value())
                .bind("return", back.id())
                .bind("why", why.name())
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
