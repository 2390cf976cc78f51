package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Corrections, and what may be corrected. */
@Repository
class CorrectionStore {

    private static final String CORRECTIONS =
            """
            select c.id, e.id as entry, e.occurred_on, c.debit, c.credit, d.name_en as debit_en, d.name_ja as debit_ja,
                   k.name_en as credit_en, k.name_ja as credit_ja, c.yen, c.reason, c.proposed_by,
                   b.id as booked, b.booked_on, c.approval
            from closing.correction c
                join ledger.entry e on e.source = c.corrects
                join ledger.account d on d.code = c.debit
                join ledger.account k on k.code = c.credit
                left join ledger.entry b on b.source = c.source
            """;

    private static final String SIGNED =
            CORRECTIONS
                    + """
                    where c.signed_at is not null and not exists (
                        select from closing.correction last
                        where last.id = :after and (c.signed_at, c.id) >= (last.signed_at, last.id))
                    order by c.signed_at desc, c.id desc limit :most
                    """;

    private static final String OF_DAYS =
            CORRECTIONS
                    + """
                    where c.signed_at is not null and (
                        e.booked_on between :first and :last or b.booked_on between :first and :last)
                    order by c.signed_at, c.id
                    """;

    private static final String ONE = CORRECTIONS + "where c.id = :id";

    private static final String ADD =
            """
            insert into closing.correction (id, corrects, debit, credit, yen, reason, proposed_at, proposed_by)
            select :id, e.source, :debit, :credit, :yen, :reason, :at, :by from ledger.entry e where e.id = :entry
            """;

    private final DatabaseClient database;

    CorrectionStore(DatabaseClient database) {
        this.database = database;
    }

    /** An account that may be corrected. */
    record Account(String code, Bilingual name) {}

    Flux<Account> accounts() {
        return database.sql("select code, name_en, name_ja from closing.corrigible() order by code")
                .map(
                        row ->
                                new Account(
                                        Row.text(row, "code"),
                                        new Bilingual(
                                                Row.text(row, "name_en"),
                                                Row.text(row, "name_ja"))))
                .all();
    }

    /** False where the journal has no such entry. */
    Mono<Boolean> add(UUID id, CorrectionForm form, String by, Instant at) {
        return database.sql(ADD)
                .bind("id", id)
                .bind("entry", form.entry())
                .bind("debit", form.value("debit"))
                .bind("credit", form.value("credit"))
                .bind("yen", form.yen())
                .bind("reason", form.reason())
                .bind("at", at)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Correction> find(UUID id) {
        return database.sql(ONE).bind("id", id).map(Correction::of).one();
    }

    /**
     * Those that two people have signed, the latest first.
     *
     * @param after the last of the page before; any other id begins
     */
    Flux<Correction> signed(UUID after) {
        return database.sql(SIGNED)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(Correction::of)
                .all();
    }

    /** Those of entries of a month, and those that stand in it. */
    Flux<Correction> of(Period period) {
        return database.sql(OF_DAYS)
                .bind("first", period.first())
                .bind("last", period.last())
                .map(Correction::of)
                .all();
    }

    /** False where it was booked before. */
    Mono<Boolean> book(UUID id, UUID approval, Instant at) {
        return database.sql("select closing.correct(:id, :approval, :at)")
                .bind("id", id)
                .bind("approval", approval)
                .bind("at", at)
                .mapValue(Boolean.class)
                .one();
    }
}
