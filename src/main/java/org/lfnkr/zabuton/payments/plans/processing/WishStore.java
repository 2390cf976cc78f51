package org.lfnkr.zabuton.payments.plans.processing;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.settlement.Wish;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

@Repository
class WishStore {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static final String ADD =
            """
            insert into payments.wish
                (id, plan, kind, terms, parameters, status, requested_at)
            values (:id, :plan, :kind, :terms, cast(:parameters as jsonb), 'REQUESTED', :now)
            """;

    private final DatabaseClient database;
    private final WorkQueue queue;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    WishStore(DatabaseClient database, WorkQueue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    Mono<Void> add(Wish wish) {
        return database.sql(ADD)
                .bind("id", wish.id())
                .bind("plan", wish.plan().value())
                .bind("kind", wish.kind().name())
                .bind("terms", Parameter.fromOrEmpty(wish.terms(), UUID.class))
                .bind("parameters", json.writeValueAsString(wish.parameters()))
                .bind("now", clock.instant())
                .then()
                .then(queue.add(WishSender.KIND, wish.plan()));
    }

    /** Those that are not answered yet, oldest first. */
    Flux<Wish> waiting(PlanId plan) {
        return database.sql(
                        "select * from payments.wish"
                                + " where plan = :plan and status = 'REQUESTED' order by number")
                .bind("plan", plan.value())
                .map(this::wish)
                .all();
    }

    Mono<Boolean> isStopAsked(PlanId plan) {
        return database.sql(
                        "select exists (select from payments.wish where plan = :plan"
                                + " and kind = 'STOP_NOW' and status <> 'REFUSED')")
                .bind("plan", plan.value())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Boolean> isWaiting(UUID wish) {
        return database.sql("select status = 'REQUESTED' from payments.wish where id = :id")
                .bind("id", wish)
                .mapValue(Boolean.class)
                .one();
    }

    /** Says whether it was still waiting. */
    Mono<Boolean> close(UUID wish, String status) {
        return database.sql(
                        "update payments.wish set status = :status"
                                + " where id = :id and status = 'REQUESTED'")
                .bind("status", status)
                .bind("id", wish)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Wish wish(Readable row) {
        return new Wish(
                Row.uuid(row, "id"),
                new PlanId(Row.uuid(row, "plan")),
                Wish.Kind.valueOf(Row.text(row, "kind")),
                row.get("terms", UUID.class),
                json.readValue(Row.need(row, "parameters", Json.class).asString(), MAP));
    }
}
