package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/**
 * The cash box, by the books. It holds no less than nothing: where they say so, something was not
 * noted, such as what lay in it before they began.
 */
@Repository
class CashBox {

    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);

    private static final String MISSING =
            """
            select case when sum(yen) < 0 then 1 else 0 end as count, cast(null as timestamptz) as oldest,
                   cast(greatest(-coalesce(sum(yen), 0), 0) as bigint) as yen
            from ledger.balance where account = 'CASH' and booked_on <= :until
            """;

    private static final String FIRST_ENTRY =
            """
            select min(e.id) as entry from ledger.entry e join ledger.posting p on p.entry_id = e.id
            where p.account = 'CASH'
              and e.booked_on = (select min(booked_on) from ledger.balance where account = 'CASH')
            having count(*) > 0
            """;

    private final DatabaseClient database;

    CashBox(DatabaseClient database) {
        this.database = database;
    }

    /** One box, and what is missing in it in yen; none where it holds nothing or more. */
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
