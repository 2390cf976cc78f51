package org.lfnkr.zabuton.ledger;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;

@Repository
class LedgerStore {

    private static final String BOOK =
            """
            select ledger.book(:source, :reference, :kind, :occurredOn, :accounts, :funds, :yen)
            """;

    private static final String ACCOUNTS =
            """
            select a.code, a.name_en, a.name_ja,
                   cast(case when a.nature in ('ASSET', 'EXPENSE') then 1 else -1 end * coalesce(s.yen, 0)
                        as bigint) as yen
            from ledger.account a
                left join (select account, sum(yen) as yen from ledger.balance group by account) s
                    on s.account = a.code
            order by array_position(array['ASSET', 'LIABILITY', 'INCOME', 'EXPENSE'], a.nature), a.code
            """;

    private static final String FUNDS =
            """
            select f.code, f.name_en, f.name_ja, cast(-coalesce(s.yen, 0) as bigint) as yen
            from ledger.fund f
                left join (select fund, sum(yen) as yen from ledger.balance group by fund) s on s.fund = f.code
            order by f.overdraws, f.code
            """;

    private static final String RECEIVED =
            """
            select cast(-coalesce(sum(b.yen), 0) as bigint)
            from ledger.balance b join ledger.account a on a.code = b.account and a.nature = 'INCOME'
            where b.fund = :fund and b.booked_on >= :since
            """;

    private final DatabaseClient database;

    LedgerStore(DatabaseClient database) {
        this.database = database;
    }

    /** False when the source was there already, and nothing was written. */
    Mono<Boolean> book(JournalEntry entry) {
        List<Posting> postings = entry.postings();
        return database.sql(BOOK)
                .bind("source", entry.source().kind().code())
                .bind("reference", entry.source().reference())
                .bind("kind", entry.kind())
                .bind("occurredOn", entry.occurredOn())
                .bind(
                        "accounts",
                        postings.stream().map(p -> p.account().code()).toArray(String[]::new))
                .bind("funds", postings.stream().map(LedgerStore::fund).toArray(String[]::new))
                .bind("yen", postings.stream().map(Posting::yen).toArray(Long[]::new))
                .mapValue(Boolean.class)
                .one();
    }

    private static @Nullable String fund(Posting posting) {
        return posting.fund() == null ? null : posting.fund().code();
    }

    Mono<Long> balance(Account account) {
        String sum =
                "select cast(coalesce(sum(yen), 0) as bigint) from ledger.balance"
                        + " where account = :account";
        return database.sql(sum).bind("account", account.code()).mapValue(Long.class).one();
    }

    Mono<Long> received(Fund fund, LocalDate since) {
        return database.sql(RECEIVED)
                .bind("fund", fund.code())
                .bind("since", since)
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> sumUp() {
        return database.sql("select ledger.sum_up()").then();
    }

    Flux<Balance> accounts() {
        return database.sql(ACCOUNTS).map(LedgerStore::standing).all();
    }

    Flux<Balance> funds() {
        return database.sql(FUNDS).map(LedgerStore::standing).all();
    }

    private static Balance standing(Readable row) {
        return new Balance(
                Row.text(row, "code"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                Row.money(row, "yen"));
    }
}
