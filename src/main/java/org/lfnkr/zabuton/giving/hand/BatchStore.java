package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Batches. That one is reached before it is posted the database sees to. */
@Repository
class BatchStore {

    private static final String SELECT =
            """
            select b.id, b.day, b.gifts, b.total, b.copy, b.status, b.opened_at, b.closed_at,
                   (select count(*)::int from giving.hand_gift g where g.batch = b.id) as noted,
                   (select coalesce(sum(g.amount), 0)::bigint from giving.hand_gift g where g.batch = b.id) as sum
              from giving.hand_batch b
            """;

    private static final Place BEGINNING =
            new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final DatabaseClient database;

    BatchStore(DatabaseClient database) {
        this.database = database;
    }

    /** False where there is one of the same day, number, sum and copy. */
    Mono<Boolean> open(Batch batch) {
        return database.sql(
                        """
                        insert into giving.hand_batch (id, day, gifts, total, copy, opened_at)
                        values (:id, :day, :gifts, :total, :copy, :at)
                        on conflict do nothing
                        """)
                .bind("id", batch.id())
                .bind("day", batch.day())
                .bind("gifts", batch.gifts())
                .bind("total", batch.total().yen())
                .bind("copy", batch.copy())
                .bind("at", batch.openedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The latest batch of the same day, number and sum that was not given up. */
    Mono<Batch> twin(Batch batch) {
        return database.sql(
                        SELECT
                                + """
                                 where day = :day and gifts = :gifts and total = :total
                                   and status <> 'DISCARDED'
                                 order by copy desc limit 1
                                """)
                .bind("day", batch.day())
                .bind("gifts", batch.gifts())
                .bind("total", batch.total().yen())
                .map(Batch::of)
                .one();
    }

    Mono<Batch> find(UUID id) {
        return database.sql(SELECT + " where id = :id").bind("id", id).map(Batch::of).one();
    }

    /**
     * The batch, which nobody else changes until the transaction ends. It is read behind the lock:
     * a statement that waited for the lock would count the gifts as they were before.
     */
    Mono<Batch> lock(UUID id) {
        return database.sql("select id from giving.hand_batch where id = :id for update")
                .bind("id", id)
                .mapValue(UUID.class)
                .one()
                .flatMap(this::find);
    }

    /**
     * The latest first.
     *
     * @param state of {@link Batch.State}, or empty for any
     * @param after behind which place
     */
    Flux<Batch> list(String state, Place after, int most) {
        return database.sql(
                        SELECT
                                + """
                                 where (:state = '' or b.status = :state)
                                   and (b.opened_at, b.id) < (:at, :id)
                                 order by b.opened_at desc, b.id desc limit :most
                                """)
                .bind("state", state)
                .bind("at", after.openedAt())
                .bind("id", after.id())
                .bind("most", most)
                .map(Batch::of)
                .all();
    }

    /** Where a batch stands in the list. */
    record Place(Instant openedAt, UUID id) {}

    /** Where that batch stands; of any other, the list begins. */
    Mono<Place> place(UUID id) {
        return database.sql("select opened_at, id from giving.hand_batch where id = :id")
                .bind("id", id)
                .map(row -> new Place(Row.instant(row, "opened_at"), Row.uuid(row, "id")))
                .one()
                .defaultIfEmpty(BEGINNING);
    }

    /** Those that are being noted, with what their papers say that they come to. */
    Mono<Tally> open() {
        return database.sql(
                        """
                        select count(*) as count, min(opened_at) as oldest,
                               cast(coalesce(sum(total), 0) as bigint) as yen
                          from giving.hand_batch where status = 'OPEN'
                        """)
                .map(Tally::ofMoney)
                .one();
    }

    Mono<Void> close(UUID id, Batch.State state, Instant at) {
        return database.sql(
                        "update giving.hand_batch set status = :state, closed_at = :at where id = :id")
                .bind("state", state.name())
                .bind("at", at)
                .bind("id", id)
                .then();
    }
}
