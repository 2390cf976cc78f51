package org.lfnkr.zabuton.bookkeeping.glance;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

@Repository
class GlanceStore {

    private static final String FUNDS =
            """
            select f.name_en, f.name_ja, cast(-coalesce(s.yen, 0) as bigint) as yen,
                   cast(-coalesce(s.month, 0) as bigint) as month
            from ledger.fund f
                left join (select fund, sum(yen) as yen,
                                  sum(yen) filter (where booked_on >= :month) as month
                           from ledger.balance group by fund) s on s.fund = f.code
            order by f.overdraws, f.code
            """;

    private static final String GIFTS =
            """
            select cast(date_trunc('month', booked_on) as date) as month,
                   cast(-sum(yen) as bigint) as yen
            from ledger.balance where account = 'DONATIONS' and booked_on >= :from
            group by 1
            """;

    private final DatabaseClient database;

    GlanceStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param month its first day
     */
    Mono<List<Glance.Fund>> funds(LocalDate month) {
        return database.sql(FUNDS).bind("month", month).map(Glance.Fund::of).all().collectList();
    }

    /** What was given from a day on, by month; yen. */
    Mono<Map<YearMonth, Long>> gifts(LocalDate from) {
        return database.sql(GIFTS)
                .bind("from", from)
                .map(row -> Map.entry(YearMonth.from(Row.day(row, "month")), Row.whole(row, "yen")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
