package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** Months that are closed or being closed. */
@Repository
class PeriodStore {

    private static final String PERIODS =
            """
            select month, id, began_at, began_by, closed_at, closed_by, approval, encode(hash, 'hex') as hash
            from closing.period
            """;

    private static final String LISTED =
            PERIODS + "where month between :from and :until order by month desc";

    private static final String ONE = PERIODS + "where month = :month";

    private static final String BY_ID = PERIODS + "where id = :id";

    private final DatabaseClient database;

    PeriodStore(DatabaseClient database) {
        this.database = database;
    }

    /** The latest first; without those that are open. */
    Flux<Period> list(YearMonth from, YearMonth until) {
        return database.sql(LISTED)
                .bind("from", from.atDay(1))
                .bind("until", until.atDay(1))
                .map(Period::of)
                .all();
    }

    /** An open one where nobody has begun to close it. */
    Mono<Period> find(YearMonth month) {
        return database.sql(ONE)
                .bind("month", month.atDay(1))
                .map(Period::of)
                .one()
                .defaultIfEmpty(Period.open(month));
    }

    Mono<Period> find(UUID id) {
        return database.sql(BY_ID).bind("id", id).map(Period::of).one();
    }

    /** The one that is closed next; empty before there is any entry. */
    Mono<YearMonth> next() {
        return database.sql(
                        "select closing.next_month() as month where closing.next_month() is not null")
                .mapValue(LocalDate.class)
                .one()
                .map(YearMonth::from);
    }

    /** The month of the first entry; empty before there is one. */
    Mono<YearMonth> first() {
        return database.sql("select booked_on from ledger.entry order by booked_on, id limit 1")
                .mapValue(LocalDate.class)
                .one()
                .map(YearMonth::from);
    }

    /** False where it is not over, not the next, or was begun before. */
    Mono<Boolean> begin(YearMonth month, UUID id, String by, Instant at) {
        return database.sql("select closing.begin(:month, :id, :by, :at)")
                .bind("month", month.atDay(1))
                .bind("id", id)
                .bind("by", by)
                .bind("at", at)
                .mapValue(Boolean.class)
                .one();
    }

    /** Nobody books until the end of the transaction. */
    Mono<Void> holdEntries() {
        return database.sql("select closing.hold_entries()").then();
    }

    /**
     * Closes it, where an approval was signed.
     *
     * @return the hash of its snapshot, in hexadecimal digits; of a month that was closed before,
     *     the one that it had
     */
    Mono<String> close(YearMonth month, UUID approval, Instant at) {
        return database.sql("select encode(closing.close(:month, :approval, :at), 'hex')")
                .bind("month", month.atDay(1))
                .bind("approval", approval)
                .bind("at", at)
                .mapValue(String.class)
                .one();
    }

    /** The bytes that were kept of a month; empty where it isn't closed. */
    Mono<Snapshot> kept(YearMonth month) {
        return database.sql(
                        "select snapshot from closing.period where month = :month and snapshot is not null")
                .bind("month", month.atDay(1))
                .map(row -> new Snapshot(Row.need(row, "snapshot", byte[].class)))
                .one();
    }

    /** What the journal itself says of a month now, whatever was kept. */
    Mono<Snapshot> computed(YearMonth month) {
        return database.sql("select closing.snapshot(:month) as snapshot")
                .bind("month", month.atDay(1))
                .map(row -> new Snapshot(Row.need(row, "snapshot", byte[].class)))
                .one();
    }
}
