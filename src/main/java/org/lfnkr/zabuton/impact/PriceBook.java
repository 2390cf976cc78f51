package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;

/** The versions of outcomes' prices. */
@Repository
class PriceBook {

    private static final String VALID =
            """
            select p.id, p.outcome, o.name_en, o.name_ja, o.unit_key, o.fund,
                   p.yen, p.units, p.valid_from, p.valid_to, p.evidence
            from impact.price p join impact.outcome o on o.code = p.outcome
            where p.id = (
                select id from impact.price where outcome = :outcome and valid_from <= :day
                order by valid_from desc, decided_at desc nulls last limit 1)
              and p.yen is not null and (p.valid_to is null or p.valid_to >= :day)
              and :day between p.evidence_on and p.evidence_until
            """;

    private static final String OUTCOMES =
            "select code as outcome, name_en, name_ja, unit_key, fund from impact.outcome order by code";

    private static final String ALL =
            """
            select p.id, p.outcome, o.name_en, o.name_ja, o.unit_key, o.fund, p.yen, p.units, p.valid_from,
                   p.evidence, p.evidence_on, p.evidence_until, p.file, p.sha256, p.decided_at
            from impact.price p join impact.outcome o on o.code = p.outcome
            order by p.outcome, p.valid_from desc, p.decided_at desc nulls last
            """;

    private static final String ADD =
            """
            insert into impact.price (id, outcome, yen, units, valid_from, evidence, evidence_on, evidence_until,
                file, sha256, decided_at)
            values (:id, :outcome, :yen, :units, :from, :evidence, :on, :until, :file, :sha256, :at)
            """;

    private final DatabaseClient database;

    PriceBook(DatabaseClient database) {
        this.database = database;
    }

    Mono<OutcomePrice> valid(String outcome, LocalDate on) {
        return database.sql(VALID)
                .bind("outcome", outcome)
                .bind("day", on)
                .map(PriceBook::price)
                .one();
    }

    Flux<Outcome> outcomes() {
        return database.sql(OUTCOMES).map(Outcome::of).all();
    }

    Flux<PriceVersion> all() {
        return database.sql(ALL).map(PriceVersion::of).all();
    }

    Mono<Void> add(PriceVersion version, Instant at) {
        return PriceColumns.bind(database.sql(ADD), version).bind("at", at).then();
    }

    static OutcomePrice price(Readable row) {
        return priceOf(row, "fund");
    }

    /** The same where the fund has another name. */
    static OutcomePrice priceOf(Readable row, String fund) {
        return new OutcomePrice(
                Row.uuid(row, "id"),
                Row.text(row, "outcome"),
                name(row),
                Row.text(row, "unit_key"),
                new Fund(Row.text(row, fund)),
                Row.whole(row, "yen"),
                Row.whole(row, "units"),
                Row.day(row, "valid_from"),
                row.get("valid_to", LocalDate.class),
                Row.text(row, "evidence"));
    }

    private static Bilingual name(Readable row) {
        return new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja"));
    }
}
