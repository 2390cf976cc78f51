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
            with turned as materialized (
                select e.id, e.source, e.kind from ledger.entry e
                where e.booked_on between :from and :until and e.kind <> 'CHARGE'
            ), moved as materialized (
                select t.id, t.source from turned t
                where exists (
                        select from bookkeeping.lot_change c
                            join bookkeeping.piece_move m on m.lot = c.lot
                        where c.source = t.source)
                   or t.kind = 'DISBURSEMENT_BACK' and exists (
                        select from bookkeeping.consumption c
                            join bookkeeping.piece_move m on m.lot = c.lot
                        where c.source = t.source)
            ), lost as materialized (
                select l.kind, l.fund, s.yen
                from turned t
                    cross join lateral (
                        select s.lot, s.yen from bookkeeping.loss s where s.source = t.source offset 0) s
                    join bookkeeping.lot l on l.id = s.lot
                where t.id not in (select id from moved)
            ), sent as materialized (
                select l.kind, taken.fund as taken, made.fund as made, m.yen
                from turned t
                    cross join lateral (
                        select m.lot, m.taken_from, m.no, m.yen from bookkeeping.piece_move m
                        where m.source = t.source offset 0) m
                    join bookkeeping.lot l on l.id = m.lot
                    join bookkeeping.piece taken on (taken.lot, taken.no) = (m.lot, m.taken_from)
                    join bookkeeping.piece made on (made.lot, made.no) = (m.lot, m.no)
                where t.kind = 'TRANSFER'
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
