package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.WorkingDays;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Asks whether the books agree with the files of banks: what is on its way is payouts that no row
 * has brought, none for long; and what is at the bank is what the files end with. As long as there
 * is no file nothing is compared.
 */
@Component
public class BankChecks {

    /** Within how many working days a payout is at the bank. */
    private static final int DAYS_ON_ITS_WAY = 5;

    /** Years of books take longer than a page may. */
    private static final String PATIENCE = "set local statement_timeout = '30min'";

    /** On its way is what Stripe's lines sent and no row has brought. */
    private static final String ON_ITS_WAY =
            """
            select 'the journal has ' || journal || ' yen on their way, Stripe and the bank''s rows say ' || sent
            from (select coalesce(sum(yen), 0) as journal from ledger.posting where account = 'CLEARING') as books,
                 (select coalesce(sum(yen), 0) as sent
                 from (select -l.gross as yen from payments.balance_line l
                       where l.kind in ('PAYOUT', 'PAYOUT_BACK', 'TOP_UP')
                         and exists (select from ledger.entry e where e.source = 'stripe:' || l.id)
                       union all
                       select -r.yen from banking.match m join banking.row r on r.id = m.row_id
                       where m.kind = 'payout' and m.undone_at is null) as line) as lines
            where journal <> sent
            """;

    /** What arrived before the first row is in the opening balance of the files. */
    private static final String LATE =
            """
            select 'payout ' || p.id || ' of ' || p.yen || ' yen was to arrive on ' || p.arrives_on
                   || ', and no row of the bank is it'
            from payments.payout p
            where p.status not in ('failed', 'canceled') and p.arrives_on < :before
              and p.arrives_on >= (select min(day) from banking.row)
              and not exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = p.id and m.undone_at is null)
            union all
            select 'payout ' || p.id || ' of ' || p.yen || ' yen was at the bank and came back to Stripe'
                   || ', and no row of the bank gives it back'
            from payments.payout p
            where p.status in ('failed', 'canceled') and p.arrives_on < :before
              and p.arrives_on >= (select min(day) from banking.row)
              and exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = p.id and m.undone_at is null)
              and not exists (
                select from banking.match m
                where m.kind = 'payout' and m.reference = p.id || '/back' and m.undone_at is null)
            limit 50
            """;

    /**
     * Nothing but rows, what was there before them, and what somebody noted, moves the bank; of the
     * last, what no row has is all that the journal may have beside the files.
     */
    private static final String AT_THE_BANK =
            """
            select 'the journal has ' || journal || ' yen at the bank, its files ' || files || ' and notes beside them '
                   || noted
            from bookkeeping.at_the_bank where journal <> files + noted
            """;

    private static final String NOT_FOUND =
            """
            select source || ' moved ' || yen || ' yen at the bank, and stands in no file'
            from bookkeeping.noted_at_bank
            where occurred_on <= (select until from bookkeeping.banks_read)
            order by occurred_on, source limit 50
            """;

    /** The same as figures: what is apart or late, each without its sign. */
    private static final String KEEP =
            """
            insert into bookkeeping.bank_comparison (compared_at, on_its_way, at_bank)
            select cast(:at as timestamptz),
                   abs((select coalesce(sum(yen), 0) from ledger.posting where account = 'CLEARING')
                       - (select coalesce(sum(-l.gross), 0) from payments.balance_line l
                          where l.kind in ('PAYOUT', 'PAYOUT_BACK', 'TOP_UP')
                            and exists (select from ledger.entry e where e.source = 'stripe:' || l.id))
                       + (select coalesce(sum(r.yen), 0) from banking.match m join banking.row r on r.id = m.row_id
                          where m.kind = 'payout' and m.undone_at is null))
                   + (select coalesce(sum(abs(p.yen)), 0) from payments.payout p
                      where p.arrives_on < :before and p.arrives_on >= (select min(day) from banking.row)
                        and (select count(*) from banking.match m
                             where m.kind = 'payout' and m.reference in (p.id, p.id || '/back')
                               and m.undone_at is null)
                            -- Of one that came back: neither, or both.
                            <> all (case when p.status in ('failed', 'canceled') then array[0, 2] else array[1] end)),
                   (select abs(journal - files - noted) from bookkeeping.at_the_bank)
                   + (select coalesce(sum(abs(yen)), 0) from bookkeeping.noted_at_bank
                      where occurred_on <= (select until from bookkeeping.banks_read))
            where exists (select from banking.file)
            on conflict (only_one) do update
            set compared_at = excluded.compared_at, on_its_way = excluded.on_its_way, at_bank = excluded.at_bank
            """;

    private final DatabaseClient database;
    private final Clock clock;

    BankChecks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is wrong, in words for staff; nothing when all is well. What was found is kept for
     * Today.
     */
    @Transactional
    public Mono<List<String>> violations() {
        return database.sql(PATIENCE)
                .then()
                .then(Mono.defer(this::hasFiles))
                .filter(there -> there)
                .flatMapMany(there -> wrong())
                .collectList()
                .delayUntil(found -> keep());
    }

    private Flux<String> wrong() {
        return Flux.concat(
                ask(database.sql(ON_ITS_WAY)),
                ask(database.sql(LATE).bind("before", late())),
                ask(database.sql(AT_THE_BANK)),
                ask(database.sql(NOT_FOUND)));
    }

    private Mono<Boolean> hasFiles() {
        return database.sql("select exists (select from banking.file)")
                .mapValue(Boolean.class)
                .one();
    }

    /** What was to arrive before that day is late. */
    private LocalDate late() {
        return WorkingDays.before(BusinessDate.of(clock.instant()), DAYS_ON_ITS_WAY);
    }

    private static Flux<String> ask(DatabaseClient.GenericExecuteSpec question) {
        return question.mapValue(String.class).all();
    }

    private Mono<Void> keep() {
        return database.sql(KEEP).bind("before", late()).bind("at", clock.instant()).then();
    }
}
