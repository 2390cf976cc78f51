package org.lfnkr.zabuton.banking.tray;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

@Repository
class RowMatchStore {

    private static final String POSTINGS =
            """
            select p.account, a.nature, p.fund, p.yen
            from ledger.entry e join ledger.posting p on p.entry_id = e.id join ledger.account a on a.code = p.account
            where e.source = :source order by p.line
            """;

    private final DatabaseClient database;

    RowMatchStore(DatabaseClient database) {
        this.database = database;
    }

    /** All of a row, the oldest first. */
    Flux<Match> of(UUID row) {
        return database.sql("select * from banking.match where row_id = :row order by no")
                .bind("row", row)
                .map(Match::of)
                .all();
    }

    /** Whether a row has it already. */
    Mono<Boolean> isTaken(String kind, String reference) {
        return database.sql(
                        """
                        select exists (
                            select from banking.match
                            where kind = :kind and reference = :reference and undone_at is null)
                        """)
                .bind("kind", kind)
                .bind("reference", reference)
                .mapValue(Boolean.class)
                .one();
    }

    /** The row that has it; empty where none does. */
    Mono<UUID> rowOf(String kind, String reference) {
        return database.sql(
                        """
                        select row_id from banking.match
                        where kind = :kind and reference = :reference and undone_at is null
                        """)
                .bind("kind", kind)
                .bind("reference", reference)
                .mapValue(UUID.class)
                .one();
    }

    Mono<Void> add(UUID row, Match match) {
        return database.sql(
                        """
                        insert into banking.match (row_id, no, kind, reference, entry, elsewhere, matched_by,
                            matched_at)
                        values (:row, :no, :kind, :reference, :entry, :elsewhere, :by, :at)
                        """)
                .bind("row", row)
                .bind("no", match.no())
                .bind("kind", match.kind())
                .bind("reference", match.reference())
                .bind("entry", match.entry())
                .bind("elsewhere", Parameters.in(R2dbcType.VARCHAR, match.elsewhere()))
                .bind("by", match.by())
                .bind("at", match.at())
                .then();
    }

    Mono<Void> undo(UUID row, int no, String entry, String by, Instant at) {
        return database.sql(
                        """
                        update banking.match set undone_entry = :entry, undone_by = :by, undone_at = :at
                        where row_id = :row and no = :no
                        """)
                .bind("entry", entry)
                .bind("by", by)
                .bind("at", at)
                .bind("row", row)
                .bind("no", no)
                .then();
    }

    /** What an entry moved. */
    Flux<Posting> postings(String entry) {
        return database.sql(POSTINGS).bind("source", entry).map(RowMatchStore::posting).all();
    }

    private static Posting posting(Readable row) {
        Account account =
                new Account(
                        Row.text(row, "account"), Account.Nature.valueOf(Row.text(row, "nature")));
        return new Posting(account, fund(row), Row.whole(row, "yen"));
    }

    private static @Nullable Fund fund(Readable row) {
        String fund = row.get("fund", String.class);
        return fund == null ? null : new Fund(fund);
    }
}
