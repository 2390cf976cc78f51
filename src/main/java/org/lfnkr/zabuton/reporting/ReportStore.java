package org.lfnkr.zabuton.reporting;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
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

    /**
     * Whether something stands in a fund's months that happened before the month in which it
     * stands, because that one was closed. Neither what nor how much: few may have given it.
     */
    Mono<Boolean> late(Fund fund, LocalDate first, LocalDate last) {
        return database.sql(
                        """
                        select exists (
                            select from ledger.entry e join ledger.posting p on p.entry_id = e.id
                            where e.booked_on > e.occurred_on and e.booked_on between :first and :last
                              and e.occurred_on < date_trunc('month', e.booked_on) and p.fund = :fund)
                        """)
                .bind("fund", fund.code())
                .bind("first", first)
                .bind("last", last)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> sumUp() {
        return database.sql("select reporting.sum_up()").then();
    }
}
