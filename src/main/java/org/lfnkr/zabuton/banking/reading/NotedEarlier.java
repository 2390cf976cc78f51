package org.lfnkr.zabuton.banking.reading;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.banking.BroughtIn;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody noted at the bank that is no row, while one account had been read and another not
 * yet: it stands in the opening balance of the second, or its row is to come. A person says which.
 */
@Service
class NotedEarlier {

    private static final int MOST = 50;

    private static final String FIRST =
            """
            with first as (
                select a.id, a.label, r.day
                from banking.account a cross join lateral (
                    select day from banking.row
                    where account = a.id and balance is not null order by place limit 1) r)
            """;

    private static final String OPEN =
            """
            from ledger.posting p join ledger.entry e on e.id = p.entry_id join first f on e.occurred_on < f.day
            where p.account = 'BANK' and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')
              and e.occurred_on >= (select min(day) from first)
              and not exists (
                select from banking.match m where m.elsewhere = e.source and m.undone_at is null)
              and not exists (select from banking.noted_before b where b.source = e.source)
              and not exists (select from ledger.entry o where o.source = e.source || '/corrected')
              and e.source not like '%/corrected'
            """;

    private static final String LIST =
            FIRST
                    + "select e.source, e.occurred_on, p.yen, f.id, f.label "
                    + OPEN
                    + " order by e.occurred_on, e.source, f.label limit :most";

    private static final String SAY =
            FIRST
                    + """
                    insert into banking.noted_before (source, account, said_by, said_at)
                    select e.source, f.id, :by, :at
                    """
                    + OPEN
                    + " and e.source = :source and f.id = :account";

    private final DatabaseClient database;
    private final BroughtIn broughtIn;
    private final AuditTrail audit;
    private final Clock clock;

    NotedEarlier(DatabaseClient database, BroughtIn broughtIn, AuditTrail audit, Clock clock) {
        this.database = database;
        this.broughtIn = broughtIn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A note, beside one of the accounts on which it may have been.
     *
     * @param source of its entry
     */
    record Noted(String source, LocalDate day, Money yen, UUID account, String label) {

        static Noted of(Readable row) {
            return new Noted(
                    Row.text(row, "source"),
                    Row.day(row, "occurred_on"),
                    Row.money(row, "yen"),
                    Row.uuid(row, "id"),
                    Row.text(row, "label"));
        }
    }

    /** The oldest first. */
    Flux<Noted> open() {
        return database.sql(LIST).bind("most", MOST).map(Noted::of).all();
    }

    /**
     * Says that it was there before the account's first row, so that it counts once.
     *
     * @return false where it can't have been, or somebody has said so
     */
    @Transactional
    public Mono<Boolean> say(String source, UUID account, String by) {
        return broughtIn
                .lock()
                .then(Mono.defer(() -> add(source, account, by)))
                .delayUntil(said -> said ? follow(source, by) : Mono.empty());
    }

    private Mono<Boolean> add(String source, UUID account, String by) {
        return database.sql(SAY)
                .bind("source", source)
                .bind("account", account)
                .bind("by", by)
                .bind("at", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    private Mono<Void> follow(String source, String by) {
        return broughtIn.follow().then(audit.record(by, "bank.noted-before", source, ""));
    }
}
