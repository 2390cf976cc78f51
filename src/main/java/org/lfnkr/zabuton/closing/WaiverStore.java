package org.lfnkr.zabuton.closing;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** What was waived. */
@Repository
class WaiverStore {

    private final DatabaseClient database;

    WaiverStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Waiver waiver, Instant at) {
        Money sum = waiver.found().sum();
        DatabaseClient.GenericExecuteSpec insert =
                database.sql(
                                """
                                insert into closing.waiver
                                    (id, month, obstacle, count, yen, reason, proposed_at, proposed_by)
                                values (:id, :month, :obstacle, :count, :yen, :reason, :at, :by)
                                """)
                        .bind("id", waiver.id())
                        .bind("month", waiver.month().atDay(1))
                        .bind("obstacle", waiver.obstacle())
                        .bind("count", waiver.found().count())
                        .bind("reason", waiver.reason())
                        .bind("at", at)
                        .bind("by", waiver.by());
        return (sum == null ? insert.bindNull("yen", Long.class) : insert.bind("yen", sum.yen()))
                .then();
    }

    /** Of a month, in the order in which they were asked for. */
    Flux<Waiver> of(YearMonth month) {
        return database.sql(
                        "select * from closing.waiver where month = :month order by proposed_at, id")
                .bind("month", month.atDay(1))
                .map(Waiver::of)
                .all();
    }

    Mono<Waiver> find(UUID id) {
        return database.sql("select * from closing.waiver where id = :id")
                .bind("id", id)
                .map(Waiver::of)
                .one();
    }

    Mono<Void> sign(UUID id, UUID approval, Instant at) {
        return database.sql(
                        "update closing.waiver set signed_at = :at, approval = :approval where id = :id")
                .bind("at", at)
                .bind("approval", approval)
                .bind("id", id)
                .then();
    }
}
