package org.lfnkr.zabuton.payments.stripe;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.Outcome;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;

@Repository
class InboxStore {

    private static final String INSERT =
            """
            insert into payments.inbox (event_id, type, object_id, created_at, live, received_at)
            values (:event, :type, :object, :created, :live, :now)
            on conflict (event_id) do nothing
            """;

    private final DatabaseClient database;
    private final WorkQueue queue;
    private final Clock clock;

    InboxStore(DatabaseClient database, WorkQueue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    /** Nothing happens when the event is known. */
    @Transactional
    public Mono<Void> add(Notice notice) {
        return database.sql(INSERT)
                .bind("event", notice.eventId())
                .bind("type", notice.type())
                .bind("object", notice.objectId())
                .bind("created", notice.createdAt())
                .bind("live", notice.live())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(added -> added > 0)
                .flatMap(added -> queue.add(InboxRelay.KIND, notice.eventId()));
    }

    /** Empty once it is done. */
    Mono<Notice> waiting(String eventId) {
        return database.sql(
                        "select * from payments.inbox where event_id = :event and done_at is null")
                .bind("event", eventId)
                .map(InboxStore::notice)
                .one();
    }

    /**
     * What was heard before that and is not followed yet, the oldest first.
     *
     * @param after the event that stood last on the page before; any other begins
     */
    Flux<UnreadNotice> unread(Instant before, String after) {
        return database.sql(
                        """
                        select event_id, type, received_at from payments.inbox
                         where done_at is null and received_at < :before and not exists (
                                   select from payments.inbox last
                                    where last.event_id = :after
                                      and (inbox.received_at, inbox.event_id)
                                          <= (last.received_at, last.event_id))
                         order by received_at, event_id limit :most
                        """)
                .bind("before", before)
                .bind("after", after)
                .bind("most", Slice.ASKED)
                .map(UnreadNotice::of)
                .all();
    }

    /** How many of those there are. */
    Mono<Tally> tally(Instant before) {
        return database.sql(
                        """
                        select count(*) as count, min(received_at) as oldest from payments.inbox
                         where done_at is null and received_at < :before
                        """)
                .bind("before", before)
                .map(Tally::of)
                .one();
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
                Row.text(row, "event_id"),
                Row.text(row, "type"),
                Row.text(row, "object_id"),
                Row.instant(row, "created_at"),
                Row.flag(row, "live"));
    }
}
