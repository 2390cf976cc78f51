package org.lfnkr.zabuton.payments.balance;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;

/** Keeps lines, and how far they were read. */
@Repository
class BalanceStore {

    private static final String ADD =
            """
            insert into payments.balance_line
                (id, kind, category, currency, gross, fee, net, source, created_at, available_on, available, seen_at)
            values (:id, :kind, :category, :currency, :gross, :fee, :net, :source, :created, :availableOn, :available,
                :now)
            on conflict (id) do update
            set available = excluded.available, available_on = excluded.available_on
            where (balance_line.available, balance_line.available_on)
                is distinct from (excluded.available, excluded.available_on)
            returning xmax = 0 as fresh
            """;

    private static final String RIPE =
            """
            select min(created_at) as since, max(created_at) as until
            from (select created_at from payments.balance_line
                  where not available and available_on <= :now order by available_on limit 100) as ripe
            having count(*) > 0
            """;

    private static final String STATE =
            """
            insert into payments.balance_stated (stated, listed, stated_at)
            select :stated, listed, :now from payments.balance_cursor
            on conflict (only_one) do update
            set stated = excluded.stated, listed = excluded.listed, stated_at = excluded.stated_at
            """;

    private final DatabaseClient database;

    BalanceStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Whether the line was not there yet. Of one that was, only whether it is available changes.
     */
    Mono<Boolean> add(StripeLine line, Instant now) {
        return database.sql(ADD)
                .bind("id", line.id())
                .bind("kind", line.kind().name())
                .bind("category", line.category())
                .bind("currency", line.currency())
                .bind("gross", line.gross())
                .bind("fee", line.fee())
                .bind("net", line.net())
                .bind("source", Parameters.in(R2dbcType.VARCHAR, line.source()))
                .bind("created", line.createdAt())
                .bind("availableOn", line.availableOn())
                .bind("available", line.available())
                .bind("now", now)
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    /** Whether a line is of a payment of ours, as far as we have heard. */
    Mono<Boolean> isOfPayment(String line) {
        return database.sql(
                        "select exists (select from payments.movement where balance_transaction = :line)")
                .bind("line", line)
                .mapValue(Boolean.class)
                .one();
    }

    /** Between when those lines were made that should be available by now; empty without any. */
    Mono<Span> ripe(Instant now) {
        return database.sql(RIPE).bind("now", now).map(Span::of).one();
    }

    Mono<Cursor> cursor() {
        return database.sql(
                        "select read_until, pass_until, pass_after from payments.balance_cursor")
                .map(Cursor::of)
                .one();
    }

    /** Adds to what all lines come to. */
    Mono<Void> sum(long yen) {
        return database.sql("update payments.balance_cursor set listed = listed + :yen")
                .bind("yen", yen)
                .then();
    }

    /** Where a reading goes on, should it break off here. */
    Mono<Void> goOn(Instant until, String after) {
        return database.sql(
                        "update payments.balance_cursor set pass_until = :until, pass_after = :after")
                .bind("until", until)
                .bind("after", after)
                .then();
    }

    Mono<Void> readUntil(Instant until) {
        return database.sql(
                        """
                        update payments.balance_cursor
                        set read_until = :until, pass_until = null, pass_after = null
                        """)
                .bind("until", until)
                .then();
    }

    /** Keeps what Stripe states beside what the lines come to. */
    Mono<Void> state(long stated, Instant now) {
        return database.sql(STATE).bind("stated", stated).bind("now", now).then();
    }

    /** A time, the end included. */
    record Span(Instant since, Instant until) {

        static Span of(Readable row) {
            return new Span(Row.instant(row, "since"), Row.instant(row, "until"));
        }
    }

    /**
     * @param passUntil up to where a reading that is not over reads; null between readings
     * @param after the last line that it has kept
     */
    record Cursor(Instant readUntil, Optional<Instant> passUntil, Optional<String> after) {

        static Cursor of(Readable row) {
            return new Cursor(
                    Row.instant(row, "read_until"),
                    Optional.ofNullable(row.get("pass_until", Instant.class)),
                    Optional.ofNullable(row.get("pass_after", String.class)));
        }
    }
}
