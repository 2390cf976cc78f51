package org.lfnkr.zabuton.outbox;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;

/** What was given up, of all kinds: nobody tries it until staff say so. */
@Repository
public class ParkedWork {

    private static final String PAGE =
            """
            select * from outbox.parked
            where parked_at < :at or parked_at = :at and (kind, key) > (:kind, :key)
            order by parked_at desc, kind, key limit :most
            """;

    private static final String WORK =
            """
            with again as (
                update outbox.work
                set parked_at = null, failure = null, attempts = 0, due_at = :now, since = :now
                where kind = :kind and key = :key and parked_at is not null
                returning kind)
            select true from again, lateral pg_notify('zabuton', kind)
            """;

    private static final String DELIVERY =
            """
            with again as (
                update outbox.delivery
                set parked_at = null, failure = null, attempts = 0, due_at = :now, since = :now
                where handler = :kind and parked_at is not null
                  and event_id = case when :key ~ '^[0-9]{1,18}$' then cast(:key as bigint) end
                returning event_id)
            select true from again, lateral pg_notify('zabuton', 'outbox')
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ParkedWork(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Where a page of the list ended. */
    public record Place(Instant parkedAt, String kind, String key) {

        public static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), "", "");
    }

    /** The latest first. */
    public Flux<Parked> after(Place place, int most) {
        return database.sql(PAGE)
                .bind("at", place.parkedAt())
                .bind("kind", place.kind())
                .bind("key", place.key())
                .bind("most", most)
                .map(ParkedWork::parked)
                .all();
    }

    /** How many there are. */
    public Mono<Tally> tally() {
        return database.sql("select count(*) as count, min(parked_at) as oldest from outbox.parked")
                .map(Tally::of)
                .one();
    }

    /** Makes it due now, with new patience. Says whether it was parked. */
    @Transactional
    public Mono<Boolean> again(String kind, String key) {
        return again(WORK, kind, key)
                .switchIfEmpty(Mono.defer(() -> again(DELIVERY, kind, key)))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> again(String sql, String kind, String key) {
        return database.sql(sql)
                .bind("kind", kind)
                .bind("key", key)
                .bind("now", clock.instant())
                .mapValue(Boolean.class)
                .one();
    }

    private static Parked parked(Readable row) {
        return new Parked(
                Row.text(row, "kind"),
                Row.text(row, "key"),
                Row.flag(row, "delivery"),
                Row.instant(row, "since"),
                Row.number(row, "attempts"),
                Row.text(row, "failure"),
                Row.instant(row, "parked_at"));
    }
}
