package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** The versions of outcomes' prices. */
@Repository
class PriceBook {

    private static final String VALID =
            """
            select p.id, p.outcome, o.name_en, o.name_ja, o.unit_key, o.fund,
                   p.yen, p.units, p.valid_from, p.valid_to, p.evidence
            from impact.price p join impact.outcome o on o.code = p.outcome
            where p.outcome = :outcome
              and p.valid_from <= :day and (p.valid_to is null or p.valid_to >= :day)
              and :day between p.evidence_on and p.evidence_until
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

    static OutcomePrice price(Readable row) {
        return new OutcomePrice(
                Row.uuid(row, "id"),
                Row.text(row, "outcome"),
                name(row),
                Row.text(row, "unit_key"),
                new Fund(Row.text(row, "fund")),
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
