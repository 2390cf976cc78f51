package org.lfnkr.zabuton.reporting;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.reporting.ToldDisbursement.Difference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * What everybody may see of disbursements, as it stood at the end of a day: each fact by the day
 * that it is of, and none that is younger. Neither payee nor currency is asked for.
 */
@Repository
class ToldDisbursementStore {

    private static final String COLUMNS =
            """
            select d.number, d.fund, f.name_en as fund_en, f.name_ja as fund_ja, d.purpose, d.yen, d.approved_on,
                   coalesce(d.paid_on <= :day, false) as paid,
                   o.name_en as outcome_en, o.name_ja as outcome_ja, o.unit_key, coalesce(d.units, 0) as planned,
                   (select cast(coalesce(sum(r.yen), 0) as bigint) from funds.disbursement_return r
                    where r.disbursement = d.id and r.decided_at < :end
                      and (r.undone_at is null or r.undone_at >= :end)) as back,
                   case when p.bought_on <= :day then p.units - (
                       select cast(coalesce(sum(s.units), 0) as bigint) from funds.shortfall s
                       where s.disbursement = d.id and s.reason = 'NOT_SUPPLIED' and s.decided_at < :end) end as bought,
                   case when p.bought_on <= :day then p.bought_on end as bought_on,
                   (select cast(coalesce(sum(a.units), 0) as bigint) from funds.delivery a
                    where a.disbursement = d.id and a.arrived_on <= :day) as arrived,
                   (select cast(coalesce(sum(s.units), 0) as bigint) from funds.shortfall s
                    where s.disbursement = d.id and s.reason <> 'NOT_SUPPLIED' and s.decided_at < :end) as missing
            from funds.disbursement d
                join ledger.fund f on f.code = d.fund
                left join impact.outcome o on o.code = d.outcome
                left join funds.purchase p on p.disbursement = d.id
            """;

    private static final String OF_FUND =
            COLUMNS
                    + " where d.fund = :fund and d.approved_on between :from and :until"
                    + " order by d.approved_on, d.number";

    private static final String ONE =
            COLUMNS + " where d.number = :number and d.approved_on <= :day";

    private static final String DIFFERENCES =
            """
            select s.reason, s.units, s.instead, s.came
            from funds.shortfall s join funds.disbursement d on d.id = s.disbursement
            where d.number = :number and s.decided_at < :end order by s.decided_at, s.id
            """;

    private static final String PICTURES =
            """
            select p.hash, p.width, p.height, f.kind
            from funds.disbursement d
                join funds.disbursement_evidence e on e.disbursement = d.id
                join evidence.file f on f.id = e.evidence
                join evidence.picture p on p.file_id = f.id and p.jpeg is not null
            where d.number = :number and d.approved_on <= :day and f.day <= :day and e.kept_at < :end
            order by f.day, f.id
            """;

    private final DatabaseClient database;

    ToldDisbursementStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Those that a fund paid in some days, by the day on which they were approved.
     *
     * @param told the last day that is told of
     */
    Flux<ToldDisbursement> of(Fund fund, LocalDate from, LocalDate until, Horizon told) {
        return database.sql(OF_FUND)
                .bind("fund", fund.code())
                .bind("from", from)
                .bind("until", until)
                .bind("day", told.day())
                .bind("end", told.end())
                .map(row -> disbursement(row, List.of()))
                .all();
    }

    /** Empty where there is none, or none that may be told of yet. */
    Mono<ToldDisbursement> find(long number, Horizon told) {
        return differences(number, told)
                .collectList()
                .flatMap(
                        differences ->
                                database.sql(ONE)
                                        .bind("number", number)
                                        .bind("day", told.day())
                                        .bind("end", told.end())
                                        .map(row -> disbursement(row, differences))
                                        .one());
    }

    private Flux<Difference> differences(long number, Horizon told) {
        return database.sql(DIFFERENCES)
                .bind("number", number)
                .bind("end", told.end())
                .map(
                        row ->
                                new Difference(
                                        Row.text(row, "reason"),
                                        Row.whole(row, "units"),
                                        row.get("instead", String.class),
                                        row.get("came", Long.class)))
                .all();
    }

    Flux<ToldPicture> pictures(long number, Horizon told) {
        return database.sql(PICTURES)
                .bind("number", number)
                .bind("day", told.day())
                .bind("end", told.end())
                .map(
                        row ->
                                new ToldPicture(
                                        Row.text(row, "hash"),
                                        Row.text(row, "kind").toLowerCase(Locale.ROOT),
                                        Row.number(row, "width"),
                                        Row.number(row, "height")))
                .all();
    }

    private static ToldDisbursement disbursement(Readable row, List<Difference> differences) {
        LocalDate boughtOn = row.get("bought_on", LocalDate.class);
        return new ToldDisbursement(
                Row.whole(row, "number"),
                new Fund(Row.text(row, "fund")),
                new Bilingual(Row.text(row, "fund_en"), Row.text(row, "fund_ja")),
                Row.text(row, "purpose"),
                Row.money(row, "yen"),
                Row.money(row, "back"),
                YearMonth.from(Row.day(row, "approved_on")),
                Row.flag(row, "paid"),
                outcome(row),
                row.get("unit_key", String.class),
                Row.whole(row, "planned"),
                row.get("bought", Long.class),
                boughtOn == null ? null : YearMonth.from(boughtOn),
                Row.whole(row, "arrived"),
                Row.whole(row, "missing"),
                differences);
    }

    private static @Nullable Bilingual outcome(Readable row) {
        String en = row.get("outcome_en", String.class);
        return en == null ? null : new Bilingual(en, Row.text(row, "outcome_ja"));
    }
}
