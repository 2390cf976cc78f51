package org.lfnkr.zabuton.bookkeeping.checks;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@Repository
class NightlyCheckStore {

    private static final String CLAIM =
            """
            insert into bookkeeping.nightly_check as c (night, started_at) values (:night, :at)
            on conflict (night) do update set started_at = excluded.started_at
            where c.finished_at is null and c.started_at < excluded.started_at - interval '1 hour'
            returning night
            """;

    private static final String FINISH =
            """
            update bookkeeping.nightly_check set finished_at = :at, violations = :violations
            where night = :night
            """;

    private static final String LAST =
            """
            select finished_at, violations from bookkeeping.nightly_check
            where finished_at is not null order by night desc limit 1
            """;

    private final DatabaseClient database;

    NightlyCheckStore(DatabaseClient database) {
        this.database = database;
    }

    /** The night, where nobody else has checked in it or is at it. */
    Mono<LocalDate> claim(LocalDate night, Instant at) {
        return database.sql(CLAIM)
                .bind("night", night)
                .bind("at", at)
                .mapValue(LocalDate.class)
                .one();
    }

    Mono<Void> finish(LocalDate night, List<String> violations, Instant at) {
        return database.sql(FINISH)
                .bind("night", night)
                .bind("violations", violations.toArray(String[]::new))
                .bind("at", at)
                .then();
    }

    /**
     * Sums what lots have changed since it was called last; boards are the same before and after.
     */
    Mono<Void> sumUp() {
        return database.sql("select bookkeeping.sum_up()").then();
    }

    /** What was found last; empty before the first night. */
    Mono<Found> last() {
        return database.sql(LAST).map(Found::of).one();
    }

    /**
     * What a check found.
     *
     * @param violations in words for staff; none when the books agree
     */
    record Found(Instant at, List<String> violations) {

        private static final Duration STALE = Duration.ofDays(2);

        /** Whether no night has looked since. */
        boolean isOld(Instant now) {
            return at.isBefore(now.minus(STALE));
        }

        static Found of(Readable row) {
            return new Found(
                    Row.instant(row, "finished_at"),
                    List.of(Row.need(row, "violations", String[].class)));
        }
    }
}
