package org.lfnkr.zabuton.impact;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

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
                requireNonNull(row.get("id", UUID.class)),
                requireNonNull(row.get("outcome", String.class)),
                name(row),
                requireNonNull(row.get("unit_key", String.class)),
                new Fund(requireNonNull(row.get("fund", String.class))),
                requireNonNull(row.get("yen", Long.class)),
                requireNonNull(row.get("units", Long.class)),
                requireNonNull(row.get("valid_from", LocalDate.class)),
                row.get("valid_to", LocalDate.class),
                requireNonNull(row.get("evidence", String.class)));
    }

    private static Bilingual name(Readable row) {
        return new Bilingual(
                requireNonNull(row.get("name_en", String.class)),
                requireNonNull(row.get("name_ja", String.class)));
    }
}
