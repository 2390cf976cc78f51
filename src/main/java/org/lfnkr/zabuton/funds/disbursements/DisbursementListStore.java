package org.lfnkr.zabuton.funds.disbursements;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/** Reads lists of disbursements. */
@Repository
class DisbursementListStore {

    /** How many days after its approval a disbursement should be paid. */
    private static final int PAID_WITHIN = 7;

    private static final String FILTERED =
            """
             where (:state = '' or d.state = :state)
               and (:fund = '' or d.fund = :fund)
               and (:purpose = '' or d.purpose = :purpose)
               and d.pay_on between :from and :until
               and (not :late or d.approved_on < :limit)
               and (not :expected or (d.paid_on is not null and exists (
                   select from funds.disbursement_return r where r.disbursement = d.id and r.expected)))
            """;

    private static final String LATE =
            """
            select count(*) as count, min(approved_at) as oldest
              from funds.disbursement where state = 'APPROVED' and approved_on < :limit
            """;

    private final DatabaseClient database;
    private final Clock clock;

    DisbursementListStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @param before the number of the last on the page before
     */
    Flux<Disbursement> before(DisbursementFilter filter, long before, int most) {
        return filtered(
                        DisbursementStore.SELECT
                                + FILTERED
                                + " and d.number < :before order by d.number desc limit :most",
                        filter)
                .bind("before", before)
                .bind("most", most)
                .map(DisbursementRow::of)
                .all();
    }

    Mono<DisbursementTotals> totals(DisbursementFilter filter) {
        return filtered(
                        """
                        select count(*) as count,
                               coalesce(sum(d.yen) filter (where d.withdrawn_at is null), 0)::bigint as yen,
                               coalesce(sum(d.fee) filter (where d.withdrawn_at is null), 0)::bigint as fee,
                               coalesce(sum(d.back), 0)::bigint as back
                          from funds.disbursement d
                        """
                                + FILTERED,
                        filter)
                .map(DisbursementTotals::of)
                .one();
    }

    private GenericExecuteSpec filtered(String sql, DisbursementFilter filter) {
        return database.sql(sql)
                .bind("state", filter.stored())
                .bind("fund", filter.fund())
                .bind("purpose", filter.storedPurpose())
                .bind("from", filter.begin())
                .bind("until", filter.end())
                .bind("late", filter.isLate())
                .bind("limit", limit())
                .bind("expected", filter.isExpected());
    }

    private LocalDate limit() {
        return BusinessDate.of(clock.instant()).minusDays(PAID_WITHIN);
    }

    /** Approved, and not paid for too long. */
    Mono<Tally> late() {
        return database.sql(LATE).bind("limit", limit()).map(Tally::of).one();
    }

    /** Paid, and not shown by invoice and delivery. */
    Mono<Tally> unshown() {
        return database.sql(
                        """
                        select count(*) as count, min(approved_at) as oldest
                          from funds.disbursement where state = 'PAID'
                        """)
                .map(Tally::of)
                .one();
    }

    /** Expected back, and not arrived. */
    Mono<Tally> expected() {
        return database.sql(
                        """
                        select count(distinct d.id) as count, min(r.decided_at) as oldest
                          from funds.disbursement_return r join funds.disbursement d on d.id = r.disbursement
                         where r.expected and d.paid_on is not null
                        """)
                .map(Tally::of)
                .one();
    }
}
