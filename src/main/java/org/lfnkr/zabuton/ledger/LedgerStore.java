package org.lfnkr.zabuton.ledger;

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
            with entry as (
                insert into ledger.entry (source, kind, booked_on, lines)
                values (:source, :kind, :bookedOn, :lines)
                on conflict (source) do nothing
                returning id
            )
            insert into ledger.posting (entry_id, line, account, fund, yen)
            select entry.id, p.line, p.account, nullif(p.fund, ''), p.yen
            from entry, unnest(cast(:accounts as text[]), cast(:funds as text[]), cast(:yen as bigint[]))
                with ordinality as p (account, fund, yen, line)
            """;

    private final DatabaseClient database;

    LedgerStore(DatabaseClient database) {
        this.database = database;
    }

    /** How many postings were written: none when the source was there already. */
    Mono<Long> book(JournalEntry entry) {
        List<Posting> postings = entry.postings();
        return database.sql(BOOK)
                .bind("source", entry.source())
                .bind("kind", entry.kind())
                .bind("bookedOn", entry.bookedOn())
                .bind("lines", postings.size())
                .bind(
                        "accounts",
                        postings.stream().map(p -> p.account().name()).toArray(String[]::new))
                .bind("funds", postings.stream().map(LedgerStore::fund).toArray(String[]::new))
                .bind("yen", postings.stream().map(Posting::yen).toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }

    private static String fund(Posting posting) {
        return posting.fund() == null ? "" : posting.fund().name();
    }

    Mono<Long> balance(Account account) {
        String sum =
                "select cast(coalesce(sum(yen), 0) as bigint) from ledger.posting"
                        + " where account = :account";
        return database.sql(sum).bind("account", account.name()).mapValue(Long.class).one();
    }

    /** What each fund has taken less what it has spent. */
    Flux<FundBalance> funds() {
        return database.sql(
                        "select fund, cast(-sum(yen) as bigint) as yen from ledger.posting"
                                + " where fund is not null group by fund")
                .map(
                        row ->
                                new FundBalance(
                                        Fund.valueOf(
                                                Objects.requireNonNull(
                                                        row.get("fund", String.class))),
                                        Objects.requireNonNull(row.get("yen", Long.class))))
                .all();
    }

    record FundBalance(Fund fund, long yen) {}
}
