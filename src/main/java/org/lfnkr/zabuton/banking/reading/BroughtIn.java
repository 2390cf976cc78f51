package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.RowBooks;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Takes over into the books what an account had before its first row, so that BANK is what its
 * files end with. What somebody had noted at the bank before that day is in it already.
 */
@Component
class BroughtIn {

    /** Of the account's first row; none where it has no balances. */
    private static final String FIRST =
            """
            select day, balance - yen as opening from banking.row
            where account = :account and balance is not null order by place limit 1
            """;

    /** Nothing but the first account's: nobody says at which of several banks it was noted. */
    private static final String NOTED_BEFORE =
            """
            select cast(coalesce(sum(p.yen), 0) as bigint)
            from ledger.posting p join ledger.entry e on e.id = p.entry_id
            where p.account = 'BANK' and e.occurred_on < :day
              and e.kind not in ('BANK_ROW', 'BANK_BROUGHT_IN', 'BANK_MATCHED')
              and not exists (select from banking.account a where a.id <> :account and a.brought_no > 0)
            """;

    private final DatabaseClient database;
    private final BankAccountStore accounts;
    private final RowBooks books;

    BroughtIn(DatabaseClient database, BankAccountStore accounts, RowBooks books) {
        this.database = database;
        this.accounts = accounts;
        this.books = books;
    }

    private record First(LocalDate day, long opening) {}

    /** In the transaction that added rows. */
    Mono<Void> follow(UUID account) {
        return database.sql(FIRST)
                .bind("account", account)
                .map(row -> new First(Row.day(row, "day"), Row.whole(row, "opening")))
                .one()
                .flatMap(first -> follow(account, first));
    }

    private Mono<Void> follow(UUID account, First first) {
        return Mono.zip(notedBefore(account, first.day()), accounts.brought(account))
                .flatMap(
                        both -> {
                            long apart = first.opening() - both.getT1() - both.getT2().yen();
                            int no = both.getT2().entries() + 1;
                            return apart == 0
                                    ? Mono.empty()
                                    : books.bringIn(account, no, first.day(), apart)
                                            .then(accounts.bring(account, apart));
                        });
    }

    private Mono<Long> notedBefore(UUID account, LocalDate day) {
        return database.sql(NOTED_BEFORE)
                .bind("day", day)
                .bind("account", account)
                .mapValue(Long.class)
                .one();
    }
}
