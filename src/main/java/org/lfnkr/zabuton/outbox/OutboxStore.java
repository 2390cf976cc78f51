package org.lfnkr.zabuton.outbox;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@Repository
class OutboxStore {

    /** Begins the topic that is published once a handler has taken an event of a stream. */
    static final String TAKEN = "taken:";

    /**
     * Numbers are handed out when a row is written, not when it is committed. The lock makes
     * writers of one stream wait for each other, so that a lower number is always visible first.
     */
    private static final String APPEND =
            """
            with turn as materialized (
                select pg_advisory_xact_lock(hashtextextended(:stream, 0))
            ), event as (
                insert into outbox.event (stream, type, body, appended_at)
                select :stream, :type, cast(:body as jsonb), :now from turn
                returning id
            ), delivery as (
                insert into outbox.delivery (event_id, handler, stream, due_at, since)
                select event.id, handler, :stream, :now, :now
                from event, unnest(cast(:handlers as text[])) as handler
                returning handler
            )
            select pg_notify('zabuton', 'outbox') from delivery limit 1
            """;

    static final String CLAIM =
            """
            select d.event_id, d.handler, d.attempts, d.since, cast(e.body as text) as body
            from outbox.delivery d join outbox.event e on e.id = d.event_id
            where d.done_at is null and d.parked_at is null and d.due_at <= :now
              and d.handler = any(:handlers)
              and not exists (
                select from outbox.delivery earlier
                where earlier.module = d.module and earlier.stream = d.stream
                  and earlier.done_at is null
                  and (earlier.event_id, earlier.handler) < (d.event_id, d.handler))
            order by d.event_id, d.handler
            limit 1
            for update of d skip locked
            """;

    private static final String PROGRESS =
            """
            select coalesce((select max(id) from outbox.event where stream = any(:streams)), 0) as last,
                   not exists (
                       select from outbox.delivery
                       where stream = any(:streams) and done_at is null) as complete
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    OutboxStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> append(OutboxEvent event, List<String> handlers) {
        return database.sql(APPEND)
                .bind("stream", event.stream())
                .bind("type", EventNames.of(event.getClass()))
                .bind("body", json.writeValueAsString(event))
                .bind("now", clock.instant())
                .bind("handlers", handlers.toArray(String[]::new))
                .then();
    }

    /** The first delivery that is due, locked for this transaction; empty when there is none. */
    Mono<Delivery> claim(List<String> handlers) {
        return database.sql(CLAIM)
                .bind("now", clock.instant())
                .bind("handlers", handlers.toArray(String[]::new))
                .map(OutboxStore::delivery)
                .one();
    }

    Mono<Progress> progress(Collection<String> streams) {
        return database.sql(PROGRESS)
                .bind("streams", streams.toArray(String[]::new))
                .map(OutboxStore::read)
                .one();
    }

    private static Progress read(Readable row) {
        return new Progress(Row.whole(row, "last"), Row.flag(row, "complete"));
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                Row.whole(row, "event_id"),
                Row.text(row, "handler"),
                Row.number(row, "attempts"),
                Row.instant(row, "since"),
                Row.text(row, "body"));
    }

    /**
     * Also runs the checks that wait for the commit: what one of them finds is this delivery's
     * failure and must not stop the relay. Pages that show the stream hear of it.
     */
    Mono<Void> finish(Delivery delivery) {
        String done =
                """
                with taken as (
                    update outbox.delivery set done_at = :now
                    where event_id = :event and handler = :handler
                    returning stream)
                select pg_notify('zabuton', :topic || stream) from taken
                """;
        return keyed(done, delivery)
                .bind("now", clock.instant())
                .bind("topic", TAKEN)
                .then()
                .then(database.sql("set constraints all immediate").then());
    }

    /** It comes due again, or waits for staff once it has failed for too long. */
    Mono<Void> postpone(Delivery delivery, String failure) {
        Instant now = clock.instant();
        String postponed =
                """
                update outbox.delivery set attempts = attempts + 1, due_at = :due,
                    failure = :failure, parked_at = :parked
                where event_id = :event and handler = :handler
                """;
        return keyed(postponed, delivery)
                .bind("due", now.plus(delivery.pause()))
                .bind("failure", failure)
                .bind("parked", parked(delivery.isOver(now) ? now : null))
                .then();
    }

    private static Parameter parked(@Nullable Instant at) {
        return Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at);
    }

    /** Emits where the handler, or this version of it, was never met before. */
    Mono<Boolean> enrol(String handler, int version) {
        return database.sql(
                        """
                        insert into outbox.handler (name, version, enrolled_at)
                        values (:name, :version, :now)
                        on conflict (name) do update
                            set version = excluded.version, enrolled_at = excluded.enrolled_at
                            where outbox.handler.version < excluded.version
                        returning true
                        """)
                .bind("name", handler)
                .bind("version", version)
                .bind("now", clock.instant())
                .mapValue(Boolean.class)
                .one();
    }

    /** Makes all events of a name since then due once more for one handler. */
    Mono<Void> redeliver(String handler, String type, Instant since) {
        return database.sql(
                        """
                        insert into outbox.delivery (event_id, handler, stream, due_at, since)
                        select id, :handler, stream, :now, :now from outbox.event
                        where type = :type and appended_at >= :since
                        on conflict (event_id, handler) do update
                            set due_at = excluded.due_at, since = excluded.since, done_at = null,
                                attempts = 0, failure = null, parked_at = null
                        """)
                .bind("handler", handler)
                .bind("type", type)
                .bind("since", since)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> deleteDone(Duration kept) {
        return database.sql("select outbox.delete_done(:before)")
                .bind("before", clock.instant().minus(kept))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec keyed(String sql, Delivery delivery) {
        return database.sql(sql)
                .bind("event", delivery.eventId())
                .bind("handler", delivery.handler());
    }

    <E> E read(Delivery delivery, Class<E> type) {
        return json.readValue(delivery.body(), type);
    }
}
