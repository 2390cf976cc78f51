package org.lfnkr.zabuton.guard;

import org.lfnkr.zabuton.kernel.Together;
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
import java.util.UUID;

@Repository
class GuardStore {

    private static final String UNFINISHED =
            """
            select count(*) filter (where proof is null and sender = :sender) as by_sender,
                   count(*) filter (where proof is null) as unproved,
                   count(*) filter (where proof = :proof) as by_proof,
                   (select coalesce(max(by_sender), 0) from held) as held_by_sender,
                   (select coalesce(max(by_proof), 0) from held) as held_by_proof
            from guard.passage
            where gate = :gate and passed_at > :since and finished_at is null
            """;

    /** With what is wanted now; what was given up has been let go. */
    private static final String HELD =
            """
            with held as (
                select w.piece,
                       w.quantity + coalesce(sum(h.quantity) filter (
                           where p.proof is null and p.sender = :sender), 0) as by_sender,
                       w.quantity + coalesce(sum(h.quantity) filter (
                           where p.proof = :proof), 0) as by_proof
                from unnest(cast(:pieces as uuid[]), cast(:quantities as integer[])) as w (piece, quantity)
                    left join guard.holding h using (piece)
                    left join guard.passage p using (attempt)
                group by w.piece, w.quantity
            )
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

    /** What is to be known of a knock before it is decided. */
    record Seen(GateMode mode, boolean passed, Unfinished unfinished) {}

    /**
     * In one round trip. Those at one gate pass one after the other, or many at once would all be the
     * first; none of them waits for a disk there: what a crash forgets of the last moment is a count
     * of attempts.
     */
    Mono<Seen> look(Knock knock, Instant since) {
        return Together.last(
                List.of(database.sql("select set_config('synchronous_commit', 'off', true)").then()),
                Mono.zipDelayError(
                                lock(knock.gate()),
                                hasPassed(knock.attempt()),
                                unfinished(knock, since))
                        .map(all -> new Seen(all.getT1(), all.getT2(), all.getT3())));
    }

    private Mono<GateMode> lock(Gate gate) {
        return database.sql("select mode from guard.gate where name = :gate for update")
                .bind("gate", gate.name())
                .map(row -> GateMode.valueOf(Row.text(row, "mode")))
                .one();
    }

    private Mono<Boolean> hasPassed(UUID attempt) {
        return database.sql("select exists (select 1 from guard.passage where attempt = :attempt)")
                .bind("attempt", attempt)
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Unfinished> unfinished(Knock knock, Instant since) {
        return bind(database.sql(HELD + UNFINISHED), knock)
                .bind("gate", knock.gate().name())
                .bind("sender", knock.sender())
                .bind("proof", Parameters.in(R2dbcType.VARBINARY, knock.proof()))
                .bind("since", since)
                .map(
                        row ->
                                new Unfinished(
                                        Row.whole(row, "by_sender"),
                                        Row.whole(row, "unproved"),
                                        Row.whole(row, "by_proof"),
                                        Row.whole(row, "held_by_sender"),
                                        Row.whole(row, "held_by_proof")))
                .one();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, Knock knock) {
        List<Map.Entry<UUID, Integer>> pieces = List.copyOf(knock.pieces().entrySet());
        return statement
                .bind("pieces", pieces.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(Map.Entry::getValue).toArray(Integer[]::new));
    }

    Mono<Void> pass(Knock knock, Instant at) {
        return Together.all(enter(knock, at), hold(knock));
    }

    private Mono<Void> enter(Knock knock, Instant at) {
        return database.sql(
                        """
                        insert into guard.passage (attempt, gate, sender, proof, passed_at)
                        values (:attempt, :gate, :sender, :proof, :at)
                        """)
                .bind("attempt", knock.attempt())
                .bind("gate", knock.gate().name())
                .bind("sender", knock.sender())
                .bind("proof", Parameters.in(R2dbcType.VARBINARY, knock.proof()))
                .bind("at", at)
                .then();
    }

    private Mono<Void> hold(Knock knock) {
        return bind(
                        database.sql(
                                """
                                insert into guard.holding (attempt, piece, quantity)
                                select :attempt, piece, quantity
                                from unnest(cast(:pieces as uuid[]), cast(:quantities as integer[])) as w (piece, quantity)
                                """),
                        knock)
                .bind("attempt", knock.attempt())
                .then();
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
