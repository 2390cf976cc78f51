package org.lfnkr.zabuton.bookkeeping;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.time.LocalDate;

/** What funds received, from the daily sums of the lots. */
@Repository
public class FundIncomes {

    /** Who gives with an order names no fund; whoever gives otherwise does. */
    private static final String BETWEEN =
            """
            select booked_on, kind = 'GIFT' as gift,
                   kind = 'GIFT' and origin in ('ONCE', 'PLAN') as named,
                   fund, cast(sum(yen) as bigint) as yen
            from bookkeeping.day
            where booked_on between :from and :until and kind in ('PROFIT', 'GIFT')
            group by booked_on, gift, named, fund
            """;

    private final DatabaseClient database;

    FundIncomes(DatabaseClient database) {
        this.database = database;
    }

    /** Of each day, both included. */
    public Flux<FundIncome> between(LocalDate from, LocalDate until) {
        return database.sql(BETWEEN)
                .bind("from", from)
                .bind("until", until)
                .map(FundIncome::of)
                .all();
    }
}
