package org.lfnkr.zabuton.payments.stripe;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.payments.Outcome;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

@Repository
class InboxStore {

    /** Wakes the relays. */
    static final String TOPIC = "payments.inbox";

    private static final String INSERT =
            """
            with added as (
                insert into payments.inbox
                    (event_id, type, object_id, created_at, live, received_at, due_at)
                values (:event, :type, :object, :created, :live, :now, :now)
                on conflict (event_id) do nothing
                returning event_id
            )
            select pg_notify('zabuton', :topic) from added
            """;

    /**
     * Claiming is a lease: the row comes due again by itself if this node dies. The pause doubles
     * from half a minute to an hour.
     */
    private static final String CLAIM =
            """
            update payments.inbox
            set attempts = attempts + 1,
                due_at = :now + interval '30 seconds' * pow(2, least(attempts, 7))
            where event_id in (select event_id from payments.inbox
                               where done_at is null and due_at <= :now
                               order by due_at limit 10 for update skip locked)
            returning event_id, type, object_id, created_at, live
            """;

    private final DatabaseClient database;
    private final Clock clock;

    InboxStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Nothing happens when the event is known. */
    Mono<Void> add(Notice notice) {
        return database.sql(INSERT)
                .bind("event", notice.eventId())
                .bind("type", notice.type())
                .bind("object", notice.objectId())
                .bind("created", notice.createdAt())
                .bind("live", notice.live())
                .bind("now", clock.instant())
                .bind("topic", TOPIC)
                .then();
    }

    Flux<Notice> claim() {
        return database.sql(CLAIM).bind("now", clock.instant()).map(InboxStore::notice).all();
    }

    Mono<Void> finish(Notice notice, Outcome outcome) {
        return database.sql(
                        "update payments.inbox set done_at = :now, outcome = :outcome"
                                + " where event_id = :event and done_at is null")
                .bind("now", clock.instant())
                .bind("outcome", outcome.name())
                .bind("event", notice.eventId())
                .then();
    }

    Mono<Long> depth() {
        return database.sql("select count(*) from payments.inbox where done_at is null")
                .mapValue(Long.class)
                .one();
    }

    /** Up to where the list of events was read; empty the first time. */
    Mono<Instant> readUntil() {
        return database.sql("select read_until from payments.event_cursor")
                .mapValue(Instant.class)
                .one();
    }

    Mono<Void> readUntil(Instant until) {
        return database.sql(
                        "insert into payments.event_cursor (read_until) values (:until)"
                                + " on conflict (only_one) do update set read_until ="
                                + " greatest(event_cursor.read_until, excluded.read_until)")
                .bind("until", until)
                .then();
    }

    private static Notice notice(Readable row) {
        return new Notice(
                need(row, "event_id", String.class),
                need(row, "type", String.class),
                need(row, "object_id", String.class),
                need(row, "created_at", Instant.class),
                need(row, "live", Boolean.class));
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
