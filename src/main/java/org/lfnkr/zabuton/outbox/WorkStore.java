package org.lfnkr.zabuton.outbox;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;

/** Work that is due, now or later. A row is there for as long as something is left to do. */
@Repository
class WorkStore {

    private static final String ADD =
            """
            with added as (
                insert into outbox.work (kind, key, due_at, since) values (:kind, :key, :due, :due)
                on conflict (kind, key) do update
                set number = default, due_at = excluded.due_at, since = excluded.since,
                    attempts = 0, parked_at = null, failure = null
                returning kind)
            select pg_notify('zabuton', kind) from added where :due <= :now
            """;

    /** The row comes due again by itself if this node dies. */
    private static final String CLAIM =
            """
            update outbox.work set attempts = attempts + 1, due_at = :lease
            where kind = :kind and key = (
                select key from outbox.work
                where kind = :kind and parked_at is null and due_at <= :due_by
                order by due_at, number limit 1 for update skip locked)
            returning kind, key, attempts, since, number
            """;

    /** Nobody has asked for it anew meanwhile. */
    private static final String REQUESTED =
            " where kind = :kind and key = :key and number = :number";

    /** Nobody has taken it up meanwhile either. */
    private static final String HELD = REQUESTED + " and attempts = :attempts";

    private final DatabaseClient database;
    private final Clock clock;

    WorkStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> add(String kind, String key, Instant due) {
        return keyed(ADD, kind, key).bind("due", due).bind("now", clock.instant()).then();
    }

    /** The one that has been due longest; empty where none has been due by then. */
    Mono<WorkItem> claim(String kind, Instant dueBy, RetrySchedule schedule) {
        return database.sql(CLAIM)
                .bind("kind", kind)
                .bind("due_by", dueBy)
                .bind("lease", clock.instant().plus(schedule.first()))
                .map(WorkStore::item)
                .one();
    }

    /** Says whether it was still there as it was taken up. */
    Mono<Boolean> finish(WorkItem item) {
        return requested("delete from outbox.work" + REQUESTED, item)
                .fetch()
                .rowsUpdated()
                .map(WorkStore::one);
    }

    Mono<Void> putBack(WorkItem item, Instant due) {
        String again =
                "update outbox.work set attempts = 0, due_at = :due, since = :due, failure = null"
                        + HELD;
        return held(again, item).bind("due", due).then();
    }

    Mono<Void> postpone(WorkItem item, String failure, Instant due) {
        return held("update outbox.work set due_at = :due, failure = :failure" + HELD, item)
                .bind("due", due)
                .bind("failure", failure)
                .then();
    }

    /** Says whether it was still there as it was taken up. */
    Mono<Boolean> park(WorkItem item, String failure, Instant now) {
        return held("update outbox.work set parked_at = :now, failure = :failure" + HELD, item)
                .bind("now", now)
                .bind("failure", failure)
                .fetch()
                .rowsUpdated()
                .map(WorkStore::one);
    }

    private GenericExecuteSpec held(String sql, WorkItem item) {
        return requested(sql, item).bind("attempts", item.attempts());
    }

    private GenericExecuteSpec requested(String sql, WorkItem item) {
        return keyed(sql, item.kind(), item.key()).bind("number", item.number());
    }

    private GenericExecuteSpec keyed(String sql, String kind, String key) {
        return database.sql(sql).bind("kind", kind).bind("key", key);
    }

    private static boolean one(long rows) {
        return rows == 1;
    }

    private static WorkItem item(Readable row) {
        return new WorkItem(
                Row.text(row, "kind"),
                Row.text(row, "key"),
                Row.number(row, "attempts"),
                Row.instant(row, "since"),
                Row.whole(row, "number"));
    }
}
