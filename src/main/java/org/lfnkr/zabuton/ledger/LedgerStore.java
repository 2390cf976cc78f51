package org.lfnkr.zabuton.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;

@Repository
class LedgerStore {

    private static final String BOOK =
            """
            select ledger.book(:source, :reference, :kind, :occurredOn, :accounts, :funds, :yen)
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
                "select cast(coalesce(sum(yen), 0) as bigint) from ledger.posting"
                        + " where account = :account";
        return database.sql(sum).bind("account", account.code()).mapValue(Long.class).one();
    }

    /** What each fund has taken less what it has spent. */
    Flux<FundBalance> funds() {
        return database.sql(
                        "select fund, cast(-sum(yen) as bigint) as yen from ledger.posting"
                                + " where fund is not null group by fund")
                .map(
                        row ->
                                new FundBalance(
                                        new Fund(
                                                Objects.requireNonNull(
                                                        row.get("fund", String.class))),
                                        Objects.requireNonNull(row.get("yen", Long.class))))
                .all();
    }

    record FundBalance(Fund fund, long yen) {}
}
