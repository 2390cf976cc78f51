package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

import java.time.LocalDate;

/** Transfers that two people have signed, by the fund that they left or came to. */
@Repository
class ToldTransferStore {

    private static final String OF_FUND =
            """
            select t.number, f.name_en as from_en, f.name_ja as from_ja, g.name_en as to_en, g.name_ja as to_ja,
                   t.yen, t.ground, (t.moved_at at time zone 'Asia/Tokyo')::date as moved_on
            from funds.transfer t
                join ledger.fund f on f.code = t.from_fund
                join ledger.fund g on g.code = t.to_fund
            where :fund in (t.from_fund, t.to_fund) and t.moved_at >= :from and t.moved_at < :until
            order by t.moved_at, t.number
            """;

    private final DatabaseClient database;

    ToldTransferStore(DatabaseClient database) {
        this.database = database;
    }

    /** Of some days, both ends included, the earliest first. */
    Flux<ToldTransfer> of(Fund fund, LocalDate from, LocalDate until) {
        return database.sql(OF_FUND)
                .bind("fund", fund.code())
                .bind("from", from.atStartOfDay(BusinessDate.TOKYO).toInstant())
                .bind("until", until.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant())
                .map(ToldTransfer::of)
                .all();
    }
}
