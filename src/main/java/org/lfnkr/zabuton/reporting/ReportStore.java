package org.lfnkr.zabuton.reporting;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.Set;

/** Sums of the journal by fund and month. */
@Repository
class ReportStore {

    private final DatabaseClient database;

    ReportStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<FundName> funds() {
        return database.sql(
                        "select code, name_en, name_ja, overdraws from ledger.fund order by code")
                .map(
                        row ->
                                new FundName(
                                        new Fund(Row.text(row, "code")),
                                        new Bilingual(
                                                Row.text(row, "name_en"), Row.text(row, "name_ja")),
                                        Row.flag(row, "overdraws")))
                .all();
    }

    /** All until a month, of all funds. */
    Flux<Sum> sums(YearMonth until) {
        return database.sql(
                        """
                        select fund, month, flow, item, yen, givers, few from reporting.month_sum
                        where month <= :until order by fund, month
                        """)
                .bind("until", until.atDay(1))
                .map(ReportStore::sum)
                .all();
    }

    private static Sum sum(Readable row) {
        return new Sum(
                new Fund(Row.text(row, "fund")),
                YearMonth.from(Row.day(row, "month")),
                Sum.Flow.valueOf(Row.text(row, "flow")),
                Row.text(row, "item"),
                Row.money(row, "yen"),
                Row.number(row, "givers") >= Givers.LEAST
                        ? Givers.MANY
                        : Givers.of(Set.of(Row.need(row, "few", Long[].class))));
    }

    Mono<Void> sumUp() {
        return database.sql("select reporting.sum_up()").then();
    }
}
