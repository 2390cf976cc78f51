package org.lfnkr.zabuton.banking;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Takes over into the books what accounts had before their first rows, so that BANK is what their
 * files end with. What somebody had noted at the bank before that day is in it already, and counts
 * once: what no row is, and what was not taken out of the books again.
 */
@Component
public class BroughtIn {

    /**
     * Of each account with balances: what it had, and what of that was noted. What is older than
     * every row stood on one of the accounts, and to the books it is all one which; of what came
     * later only a person can say that it was no row of the accounts that were read by then.
     */
    private static final String FIRST =
            """
            with first as (
                select a.id, a.brought, a.brought_no, r.day, r.opening
                from banking.account a cross join lateral (
                    select day, balance - yen as opening from banking.row
                    where account = a.id and balance is not null order by place limit 1) r),
            noted as (
                select e.source, p.yen,
                       coalesce((select b.account from banking.noted_before b where b.source = e.source),
                                (select id from first order by day, id limit 1)) as account
                from ledger.posting p join ledger.entry e on e.id = p.entry_id
                where p.account = 'BANK' and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')
                  and (e.occurred_on < (select min(day) from first)
                       or e.source in (select source from banking.noted_before))
                  and not exists (
                    select from banking.match m where m.elsewhere = e.source and m.undone_at is null)
                  and not exists (
                    select from ledger.entry o join ledger.posting q on q.entry_id = o.id and q.account = 'BANK'
                    where o.source = case when e.source like '%/corrected' then left(e.source, -length('/corrected'))
                                          else e.source || '/corrected' end
                      and q.yen = -p.yen))
            select f.id, f.day, f.brought_no,
                   cast(f.opening - f.brought
                        - coalesce((select sum(yen) from noted where account = f.id), 0) as bigint) as apart
            from first f order by f.id
            """;

    private final DatabaseClient database;
    private final RowBooks books;

    BroughtIn(DatabaseClient database, RowBooks books) {
        this.database = database;
        this.books = books;
    }

    /**
     * An account whose books are not what it had.
     *
     * @param entries about it so far
     * @param apart yen that the books lack, below zero where they have too much
     */
    private record Account(UUID id, LocalDate day, int entries, long apart) {

        static Account of(Readable row) {
            return new Account(
                    Row.uuid(row, "id"),
                    Row.day(row, "day"),
                    Row.number(row, "brought_no"),
                    Row.whole(row, "apart"));
        }
    }

    /** In the caller's transaction; nobody reads a file of any account meanwhile. */
    public Mono<Void> follow() {
        return lock().thenMany(database.sql(FIRST).map(Account::of).all())
                .filter(account -> account.apart() != 0)
                .collectList()
                .flatMapIterable(apart -> apart)
                .concatMap(this::bring)
                .then();
    }

    /** In one order, whoever asks. */
    public Mono<Void> lock() {
        return database.sql("select id from banking.account order by id for update")
                .fetch()
                .all()
                .then();
    }

    private Mono<Void> bring(Account account) {
        int no = account.entries() + 1;
        return books.bringIn(account.id(), no, account.day(), account.apart())
                .then(add(account.id(), account.apart()));
    }

    private Mono<Void> add(UUID account, long yen) {
        return database.sql(
                        """
                        update banking.account set brought = brought + :yen, brought_no = brought_no + 1
                        where id = :id
                        """)
                .bind("yen", yen)
                .bind("id", account)
                .then();
    }
}
