package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/**
 * The cash box, by the books. It never holds less than nothing: where they say so, something was
 * not noted, such as what lay in it before they began. That stays to be noted when a tray has come
 * back and the box is above zero again.
 */
@Repository
class CashBox {

    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);

    /**
     * How low it stood, less what two people noted of the time before. Of a day what came is first,
     * since its hours are not known; but a tray is handed over after change was laid into it. Each
     * of these three only adds or only takes, so that their sums are the lowest there was.
     */
    private static final String MISSING =
            """
            with line as (
                select e.id, e.occurred_on, p.yen,
                       case when e.kind = 'TRAY_HANDED_OVER' then 2 when p.yen < 0 then 1 else 0 end as place,
                       exists (select from ledger.posting b
                               where b.entry_id = e.id and b.account = 'BROUGHT_IN') as brought
                from ledger.posting p join ledger.entry e on e.id = p.entry_id
                where p.account = 'CASH' and e.occurred_on <= :until),
            day as (
                select occurred_on, place, sum(yen) as yen from line where not brought
                group by occurred_on, place),
            stood as (select sum(yen) over (order by occurred_on, place) as yen from day),
            short as (
                select greatest(0, -(select coalesce(min(yen), 0) from stood)
                                   - (select coalesce(sum(yen), 0) from line where brought)) as yen)
            select cast(sign(yen) as bigint) as count, cast(null as timestamptz) as oldest,
                   cast(yen as bigint) as yen
            from short
            """;

    private static final String FIRST_ENTRY =
            """
            select min(entry_id) as entry from ledger.posting where account = 'CASH'
            having count(*) > 0
            """;

    private final DatabaseClient database;

    CashBox(DatabaseClient database) {
        this.database = database;
    }

    /** One box, and the yen that it lacked at its lowest; none where it lacked none. */
    Mono<Tally> missing() {
        return missing(ALL);
    }

    /**
     * @param until the last day that counts
     */
    Mono<Tally> missing(LocalDate until) {
        return database.sql(MISSING).bind("until", until).map(row -> Tally.ofMoney(row)).one();
    }

    /** The number of the first entry about it; empty before there is any. */
    Mono<Long> firstEntry() {
        return database.sql(FIRST_ENTRY).map(row -> Row.whole(row, "entry")).one();
    }
}
