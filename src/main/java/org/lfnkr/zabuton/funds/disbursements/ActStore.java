package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Writes what becomes of a disbursement. */
@Repository
class ActStore {

    /** Matching a row moves its money from suspense, and taking that back moves it again. */
    private static final String SOURCES =
            """
            with rows as (
                select paid_row as row from funds.disbursement where id = :id and paid_row is not null
                union all select arrived_row from funds.disbursement_return
                 where disbursement = :id and arrived_row is not null)
            select 'decision:disbursement-' || :id as source
            union all select 'decision:disbursement-' || disbursement || '-returned-' || no || lost
              from funds.disbursement_return, unnest(array['', ':lost']) lost where disbursement = :id
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
    Mono<Disbursement> lock(DisbursementId id) {
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

    /**
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

    /** What comes back, oldest first. */
    Flux<Return> returns(DisbursementId id) {
        return database.sql(
                        """
                        select no, yen, why, decided_at, arrived_on, lost_on
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
                         where disbursement = :id and no = :no and expected
                        """)
                .bind("id", id.value())
                .bind("no", no)
                .bind("row", row)
                .bind("on", on)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * @param approval that two people gave
     */
    Mono<Void> lose(DisbursementId id, int no, UUID approval, LocalDate on) {
        return database.sql(
                        """
                        update funds.disbursement_return set lost_on = :on, lost_by = :approval
                         where disbursement = :id and no = :no and expected
                        """)
                .bind("id", id.value())
                .bind("no", no)
                .bind("approval", approval)
                .bind("on", on)
                .then();
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

    /** Paid ones of which so many yen are expected back, or what is that with a bank's fee kept. */
    Flux<Disbursement> expecting(Money size) {
        return database.sql(
                        DisbursementStore.SELECT
                                + """
                                 where d.paid_on is not null and exists (
                                    select from funds.disbursement_return r
                                     where r.disbursement = d.id and r.expected and r.yen between :yen and :yen + :most)
                                 order by not exists (
                                    select from funds.disbursement_return r
                                     where r.disbursement = d.id and r.expected and r.yen = :yen), d.number limit 10
                                """)
                .bind("yen", size.yen())
                .bind("most", BankFee.MOST.yen())
                .map(DisbursementRow::of)
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
