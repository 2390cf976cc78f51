package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what boards show. It also reads of orders, counters and gifts what belongs to an entry. */
@Repository
class BoardStore {

    private static final String CELLS =
            """
            select charge, origin, means, sku, kind, fund, cast(sum(yen) as bigint) as yen
            from bookkeeping.day where booked_on between :from and :until
            group by charge, origin, means, sku, kind, fund
            """;

    private static final String JOURNAL =
            """
            select account, fund, cast(sum(yen) as bigint) as yen
            from ledger.balance
            where booked_on between :from and :until
              and account in ('SALES', 'DONATIONS', 'CONSUMPTION_TAX', 'PAYMENT_FEES', 'PAYMENT_LOSSES', 'GOODWILL')
            group by account, fund
            """;

    private static final String PARENTS =
            """
            select started.before - ended.before as start, started.within as begun,
                   ended.within - ended.failed as stopped, ended.failed,
                   started.before + started.within - ended.before - ended.within as last
            from (select count(*) filter (where started_at < :begin) as before,
                         count(*) filter (where started_at >= :begin) as within
                  from giving.plan where started_at < :end) as started,
                 (select count(*) filter (where ended_at < :begin) as before,
                         count(*) filter (where ended_at >= :begin) as within,
                         count(*) filter (where ended_at >= :begin and exists (
                             select from giving.happening h
                             where h.about = plan.id and h.kind = 'UNPAID')) as failed
                  from giving.plan where ended_at < :end and started_at is not null) as ended
            """;

    private static final String LINES =
            """
            select part.*, o.id is not null as ordered,
                   s.id is not null as at_counter,
                   coalesce(o.reference, b.held_on || '-' || b.no || '/' || s.no, pledge.reference, plan.reference, '')
                       as reference
            from (select entry, booked_on, payment, movement, cast(sum(yen) as bigint) as yen
                  from bookkeeping.change
                  where booked_on between :from and :until
                    and kind = any(:kinds) and charge = any(:charges)
                    and (:fund = '' or fund = :fund)
                    and (booked_on, entry) > (
                        coalesce((select e.booked_on from ledger.entry e where e.id = :after), date '0001-01-01'),
                        :after)
                  group by entry, booked_on, payment, movement having sum(yen) <> 0
                  order by booked_on, entry limit :most) as part
                left join orders.orders o on o.payment = part.payment
                left join counter.sale s on s.id = part.payment
                left join counter.bazaar b on b.id = s.bazaar
                left join giving.charge c on c.payment = part.payment
                left join giving.pledge on pledge.id = c.pledge
                left join giving.plan on plan.id = pledge.plan
            order by booked_on, entry
            """;

    private final DatabaseClient database;
    private final ShiftStore shifts;

    BoardStore(DatabaseClient database, ShiftStore shifts) {
        this.database = database;
        this.shifts = shifts;
    }

    Mono<Board> board(Days days) {
        return Mono.zip(
                        database.sql(CELLS)
                                .bind("from", days.from())
                                .bind("until", days.until())
                                .map(Cell::of)
                                .all()
                                .collectList(),
                        database.sql(JOURNAL)
                                .bind("from", days.from())
                                .bind("until", days.until())
                                .map(Booked::of)
                                .all()
                                .collectList(),
                        shifts.of(days).collectList())
                .map(parts -> new Board(parts.getT1(), parts.getT2(), parts.getT3()));
    }

    Mono<Parents> parents(Days days) {
        return database.sql(PARENTS)
                .bind("begin", days.begin())
                .bind("end", days.end())
                .map(Parents::of)
                .one();
    }

    /**
     * The entries that make a step, in the order of the journal.
     *
     * @param fund its code, or empty for all
     * @param after the entry that stood last on the page before; 0 begins
     */
    Flux<StepLine> lines(Days days, Step step, String fund, long after) {
        return database.sql(LINES)
                .bind("from", days.from())
                .bind("until", days.until())
                .bind("kinds", step.kinds())
                .bind("charges", step.charges())
                .bind("fund", fund)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(row -> StepLine.of(row, step.sign()))
                .all();
    }
}
