package org.lfnkr.zabuton.banking.tray;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

/** What somebody noted at the bank before a file told it, and no row has been found for. */
@Repository
class NotedStore {

    /** Somebody may note a gift weeks after it came, or a payment before it leaves. */
    private static final int DAYS_AROUND = 31;

    private static final int MOST = 20;

    private static final String NOTED =
            """
            select e.source, e.occurred_on, p.yen
            from ledger.posting p join ledger.entry e on e.id = p.entry_id
            where p.account = 'BANK' and p.yen = :yen
              and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')
              and not exists (
                select from banking.match m where m.elsewhere = e.source and m.undone_at is null)
              -- What was taken out of the books again moved nothing, see bookkeeping.noted_at_bank.
              and not exists (
                select from ledger.entry o join ledger.posting q on q.entry_id = o.id and q.account = 'BANK'
                where o.source = case when e.source like '%/corrected' then left(e.source, -length('/corrected'))
                                      else e.source || '/corrected' end
                  and q.yen = -p.yen)
            """;

    private static final String AROUND =
            NOTED
                    + " and e.occurred_on between :from and :until order by e.occurred_on limit :most";

    private static final String ONE = NOTED + " and e.source = :source";

    private final DatabaseClient database;

    NotedStore(DatabaseClient database) {
        this.database = database;
    }

    record Noted(String source, LocalDate on, Money yen) {

        /** As the paper calls it, such as {@code 2026-11-27/3}: without how it was paid. */
        String paper() {
            return source.substring(source.indexOf(':') + 1);
        }

        static Noted of(Readable row) {
            return new Noted(
                    Row.text(row, "source"), Row.day(row, "occurred_on"), Row.money(row, "yen"));
        }
    }

    /** Of the row's sum, around its day. */
    Flux<Noted> like(BankRow row) {
        return database.sql(AROUND)
                .bind("yen", row.yen().yen())
                .bind("from", row.day().minusDays(DAYS_AROUND))
                .bind("until", row.day().plusDays(DAYS_AROUND))
                .bind("most", MOST)
                .map(Noted::of)
                .all();
    }

    /** Empty where there is none of that sum, or a row has it. */
    Mono<Noted> find(BankRow row, String source) {
        return database.sql(ONE)
                .bind("yen", row.yen().yen())
                .bind("source", source)
                .map(Noted::of)
                .one();
    }
}
