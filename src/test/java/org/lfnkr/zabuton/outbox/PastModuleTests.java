package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ModuleTest
class PastModuleTests {

    @EventName("tests.counted.1")
    record Counted(String stream, int number) implements OutboxEvent {}

    @Autowired DatabaseClient database;
    @Autowired ReactiveTransactionManager transactions;
    @Autowired TransactionalOperator transaction;

    private final String stream = UUID.randomUUID().toString();
    private final List<Integer> seen = new ArrayList<>();

    /** Sees the events of this test only. */
    private Mono<Void> see(Counted event) {
        return Mono.fromRunnable(
                () -> {
                    if (event.stream().equals(stream)) {
                        seen.add(event.number());
                    }
                });
    }

    private record Follower(String name, Optional<Instant> since, PastModuleTests test)
            implements OutboxHandler<Counted> {

        @Override
        public Class<Counted> event() {
            return Counted.class;
        }

        @Override
        public Mono<Void> handle(Counted event) {
            return test.see(event);
        }
    }

    private record Count(String name, int version, PastModuleTests test)
            implements Projection<Counted> {

        @Override
        public Class<Counted> event() {
            return Counted.class;
        }

        @Override
        public Mono<Void> handle(Counted event) {
            return test.see(event);
        }

        @Override
        public Mono<Void> drop() {
            return Mono.fromRunnable(test.seen::clear);
        }
    }

    @Test
    void aNewHandlerGetsTheEventsSinceItsDayOnce() {
        Instant then = Instant.parse("2021-03-01T00:00:00Z");
        append(then.minusSeconds(1), 1);
        append(then, 2);
        append(then.plusSeconds(1), 3);
        OutboxHandler<?> handler = new Follower("past-" + stream + ".a", Optional.of(then), this);

        start(handler);
        start(handler);

        assertThat(seen).containsExactly(2, 3);
    }

    @Test
    void aHandlerThatAsksForNoPastGetsNone() {
        append(Instant.parse("2021-03-01T00:00:00Z"), 1);

        start(new Follower("past-" + stream + ".b", Optional.empty(), this));

        assertThat(seen).isEmpty();
    }

    @Test
    void aProjectionIsBuiltAnewWhenItsVersionRises() {
        append(Instant.parse("2021-03-01T00:00:00Z"), 1);
        String name = "past-" + stream + ".c";
        start(new Count(name, 1, this));
        seen.add(99);

        start(new Count(name, 1, this));
        assertThat(seen).containsExactly(1, 99);
        start(new Count(name, 2, this));

        assertThat(seen).containsExactly(1);
    }

    @Test
    void aProjectionIsBuiltFromEventsWhoseDeliveriesAreGone() {
        append(Instant.parse("2021-03-01T00:00:00Z"), 1);
        String name = "past-" + stream + ".d";
        start(new Count(name, 1, this));
        assertThat(deliveries(name)).isPositive();

        Await.done(store(Instant.now().plus(Duration.ofDays(8))).deleteDone(Duration.ZERO));
        assertThat(deliveries(name)).isPositive();
        age(name);
        Await.done(store(Instant.now()).deleteDone(Past.KEPT));
        assertThat(deliveries(name)).isZero();

        start(new Count(name, 2, this));
        assertThat(seen).containsExactly(1);
    }

    private void start(OutboxHandler<?> handler) {
        Handlers handlers = new Handlers(List.of(handler));
        OutboxStore store = store(Instant.now().plusSeconds(1));
        Await.done(new Past(store, handlers, transaction).handOn());
        Await.value(new Relay(store, handlers, transactions, new SimpleMeterRegistry()).drain());
    }

    private OutboxStore store(Instant now) {
        return new OutboxStore(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void append(Instant at, int number) {
        Await.done(
                store(at)
                        .append(new Counted(stream, number), List.of())
                        .as(transaction::transactional));
    }

    private void age(String handler) {
        Await.done(
                database.sql(
                                "update outbox.delivery set done_at = now() - interval '31 days'"
                                        + " where handler = :handler")
                        .bind("handler", handler)
                        .then());
    }

    private Long deliveries(String handler) {
        return Await.value(
                database.sql("select count(*) from outbox.delivery where handler = :handler")
                        .bind("handler", handler)
                        .mapValue(Long.class)
                        .one());
    }
}
