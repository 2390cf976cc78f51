package org.lfnkr.zabuton.guard;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Repository
class GuardStore {

    private static final String LOOK =
            """
            select * from guard.look(:gate, :attempt, :sender, :proof, :since, :pieces, :quantities)
            """;

    private static final String PASS =
            """
            with passed as (
                insert into guard.passage (attempt, gate, sender, proof, passed_at)
                values (:attempt, :gate, :sender, :proof, :at)
            )
            insert into guard.holding (attempt, piece, quantity)
            select :attempt, piece, quantity
            from unnest(cast(:pieces as uuid[]), cast(:quantities as integer[])) as w (piece, quantity)
            """;

    private static final String GATES =
            """
            select g.name, g.mode, g.changed_at,
                   (select count(*) from guard.passage p
                    where p.gate = g.name and p.passed_at > :since) as passed,
                   (select count(*) from guard.passage p
                    where p.gate = g.name and p.passed_at > :since
                      and p.finished_at is not null) as finished,
                   (select coalesce(sum(s.times), 0)::bigint from guard.stopped s
                    where s.gate = g.name and s.hour > :since) as stopped
            from guard.gate g order by g.name
            """;

    private final DatabaseClient database;

    GuardStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is to be known before somebody may pass; empty who has passed. Those at one gate pass
     * one after the other, or many at once would all be the first.
     */
    Mono<Seen> look(Knock knock, Instant since) {
        return bind(database.sql(LOOK), knock)
                .bind("since", since)
                .map(row -> Optional.of(row).filter(it -> !Row.flag(it, "passed")).map(this::seen))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private Seen seen(Readable row) {
        return new Seen(
                GateMode.valueOf(Row.text(row, "mode")),
                new Unfinished(
                        Row.whole(row, "by_sender"),
                        Row.whole(row, "unproved"),
                        Row.whole(row, "by_proof"),
                        Row.whole(row, "held_by_sender"),
                        Row.whole(row, "held_by_proof")));
    }

    record Seen(GateMode mode, Unfinished unfinished) {}

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Knock knock) {
        List<Map.Entry<UUID, Integer>> pieces = List.copyOf(knock.pieces().entrySet());
        return statement
                .bind("attempt", knock.attempt())
                .bind("gate", knock.gate().name())
                .bind("sender", knock.sender())
                .bind("proof", Parameters.in(R2dbcType.VARBINARY, knock.proof()))
                .bind("pieces", pieces.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(Map.Entry::getValue).toArray(Integer[]::new));
    }

    Mono<Void> pass(Knock knock, Instant at) {
        return bind(database.sql(PASS), knock).bind("at", at).then();
    }

    Mono<Void> withdraw(UUID attempt) {
        return database.sql("delete from guard.passage where attempt = :attempt")
                .bind("attempt", attempt)
                .then();
    }

    Mono<Void> letGo(UUID attempt) {
        return database.sql("delete from guard.holding where attempt = :attempt")
                .bind("attempt", attempt)
                .then();
    }

    Mono<Void> stop(Gate gate, Instant at) {
        return database.sql(
                        """
                        insert into guard.stopped (gate, hour, times)
                        values (:gate, date_trunc('hour', :at::timestamptz), 1)
                        on conflict (gate, hour) do update set times = guard.stopped.times + 1
                        """)
                .bind("gate", gate.name())
                .bind("at", at)
                .then();
    }

    Mono<Void> finish(UUID attempt, Instant at) {
        return database.sql(
                        """
                        update guard.passage set finished_at = :at
                        where attempt = :attempt and finished_at is null
                        """)
                .bind("attempt", attempt)
                .bind("at", at)
                .then();
    }

    Mono<Void> set(Gate gate, GateMode mode, Instant at) {
        return database.sql(
                        "update guard.gate set mode = :mode, changed_at = :at where name = :gate")
                .bind("mode", mode.name())
                .bind("at", at)
                .bind("gate", gate.name())
                .then();
    }

    Flux<GateView> gates(Instant since) {
        return database.sql(GATES).bind("since", since).map(GuardStore::gate).all();
    }

    Mono<Long> forget(Instant before) {
        return database.sql("delete from guard.passage where passed_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }

    private static GateView gate(Readable row) {
        return new GateView(
                Gate.valueOf(Row.text(row, "name")),
                GateMode.valueOf(Row.text(row, "mode")),
                row.get("changed_at", Instant.class),
                Row.whole(row, "passed"),
                Row.whole(row, "finished"),
                Row.whole(row, "stopped"));
    }
}
