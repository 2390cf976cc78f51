package org.lfnkr.zabuton.bookkeeping.board;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

/** Reads what lies in another fund than the one that it came to. */
@Repository
class ShiftStore {

    /**
     * Lots keep the fund that they came to; the journal has where the money lies. What of a lot
     * that was moved goes back is taken where it lies then, which only the entry itself knows.
     */
    private static final String SHIFTS =
            """
            with moved as materialized (
                select e.id, e.source
                from bookkeeping.piece_move m
                    join bookkeeping.lot_change c on c.lot = m.lot
                    join ledger.entry e on e.source = c.source
                where e.booked_on between :from and :until
                union
                select e.id, e.source
                from bookkeeping.piece_move m
                    join bookkeeping.consumption c on c.lot = m.lot
                    join ledger.entry e on e.source = c.source and e.kind = 'DISBURSEMENT_BACK'
                where e.booked_on between :from and :until
            ), lost as materialized (
                select l.kind, l.fund, s.yen
                from bookkeeping.loss s
                    join ledger.entry e on e.source = s.source
                    join bookkeeping.lot l on l.id = s.lot
                where e.booked_on between :from and :until and s.source not in (select source from moved)
            ), sent as materialized (
                select l.kind, taken.fund as taken, made.fund as made, m.yen
                from bookkeeping.piece_move m
                    join ledger.entry e on e.source = m.source
                    join bookkeeping.lot l on l.id = m.lot
                    join bookkeeping.piece taken on (taken.lot, taken.no) = (m.lot, m.taken_from)
                    join bookkeeping.piece made on (made.lot, made.no) = (m.lot, m.no)
                where e.booked_on between :from and :until
            )
            select why, account, fund, cast(sum(yen) as bigint) as yen
            from (
                select 'TRANSFER' as why, case kind when 'GIFT' then 'DONATIONS' else 'SALES' end as account,
                       made as fund, yen
                from sent
                union all
                select 'TRANSFER', case kind when 'GIFT' then 'DONATIONS' else 'SALES' end, taken, -yen from sent
                union all
                select 'BACK', case kind when 'GIFT' then 'DONATIONS' else 'SALES' end, fund, yen from lost
                union all
                select 'BACK', case kind when 'GIFT' then 'DONATIONS' else 'SALES' end, 'OPERATIONS', -yen from lost
                union all
                select 'BACK', p.account, p.fund, -p.yen
                from moved join ledger.posting p on p.entry_id = moved.id
                where p.account in ('SALES', 'DONATIONS')
                union all
                select 'BACK', case when l.kind in ('GIFT', 'GIFT_FEE') then 'DONATIONS' else 'SALES' end, l.fund, -c.yen
                from moved
                    join bookkeeping.lot_change c on c.source = moved.source
                    join bookkeeping.lot l on l.id = c.lot
                where l.kind <> 'TAX') as line
            group by why, account, fund having sum(yen) <> 0
            order by why, account, fund
            """;

    private final DatabaseClient database;

    ShiftStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<Shift> of(Days days) {
        return database.sql(SHIFTS)
                .bind("from", days.from())
                .bind("until", days.until())
                .map(Shift::of)
                .all();
    }
}
