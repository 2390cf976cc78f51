package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

@ModuleTest
@CapturesOutput
class RelayModuleTests {

    @EventName("tests.knocked.1")
    record Knocked(String stream, int number) implements OutboxEvent {}

    @EventName("tests.entered.1")
    record Entered(String stream) implements OutboxEvent {}

    @Autowired DatabaseClient database;
    @Autowired ReactiveTransactionManager transactions;
    @Autowired TransactionalOperator transaction;
    @Autowired Outbox outbox;

    private final String stream = UUID.randomUUID().toString();
    private final String module = "test-" + stream;
    private final String handler = module + ".knock";
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    private Instant now = Instant.now();

    private Relay relay(Function<Knocked, Mono<Void>> effect) {
        return new Relay(store(), handlers(effect), transactions, meters);
    }

    private OutboxStore store() {
        return new OutboxStore(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Handlers handlers(Function<Knocked, Mono<Void>> effect) {
        return new Handlers(List.of(new Step<>(handler, Knocked.class, effect)));
    }

    private record Step<E extends OutboxEvent>(
            String name, Class<E> event, Function<E, Mono<Void>> effect)
            implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E event) {
            return effect.apply(event);
        }
    }

    private void append(String to, int number) {
        store().append(new Knocked(to, number), List.of(handler))
                .as(transaction::transactional)
                .block();
    }

    /** An effect in the database that can be counted: an event without handlers. */
    private Mono<Void> leaveMark(Knocked event) {
        return store().append(new Knocked("mark-" + stream, event.number()), List.of());
    }

    private List<Integer> marks() {
        return database.sql(
                        "select cast(body ->> 'number' as int) from outbox.event"
                                + " where stream = :stream order by id")
                .bind("stream", "mark-" + stream)
                .mapValue(Integer.class)
                .all()
                .toStream()
                .toList();
    }

    @Test
    void deliversAnEventOnce() {
        append(stream, 1);
        Relay relay = relay(this::leaveMark);

        assertThat(relay.drain().block()).isEqualTo(1);
        assertThat(relay.drain().block()).isZero();
        assertThat(marks()).containsExactly(1);
    }

    /** The listener may still be connecting when the first event is taken. */
    @Test
    void whoShowsAStreamHearsOnceAHandlerHasTakenAnEvent() {
        Relay relay = relay(this::leaveMark);
        Mono<Long> taking =
                store().append(new Knocked(stream, 1), List.of(handler))
                        .as(transaction::transactional)
                        .then(Mono.defer(relay::drain));

        List<String> heard =
                Flux.interval(Duration.ofMillis(20))
                        .onBackpressureDrop()
                        .concatMap(tick -> taking)
                        .ignoreElements()
                        .cast(String.class)
                        .mergeWith(outbox.taken(stream))
                        .take(3)
                        .collectList()
                        .block(Duration.ofSeconds(20));

        // At first that it listens, and once it is connected that something may have been missed.
        assertThat(heard).hasSize(3).allMatch(told -> told.endsWith(stream));
        assertThat(marks()).isNotEmpty();
    }

    @Test
    void whatFailsForDaysIsParkedAndHoldsUpItsStreamOnly() {
        append(stream, 1);
        append(stream, 2);
        append("other-" + stream, 3);
        relay(this::failAtTheFirst).drain().block();
        now = now.plus(Duration.ofDays(4));
        relay(this::failAtTheFirst).drain().block();
        now = now.plus(Duration.ofDays(4));

        assertThat(relay(this::leaveMark).drain().block()).isZero();
        assertThat(marks()).containsExactly(3);
        assertThat(parked()).singleElement().asString().contains("Poison");
    }

    private Mono<Void> failAtTheFirst(Knocked event) {
        return event.number() == 1 ? Mono.error(new Poison()) : leaveMark(event);
    }

    private List<String> parked() {
        return database.sql("select failure from outbox.parked where kind = :handler")
                .bind("handler", handler)
                .mapValue(String.class)
                .all()
                .toStream()
                .toList();
    }

    @Test
    void rollsBackTheEffectWhenItCrashesBeforeTheMark() {
        append(stream, 1);
        Relay crashing =
                relay(event -> leaveMark(event).then(Mono.error(new IllegalStateException())));

        assertThat(crashing.drain().block()).isZero();
        assertThat(marks()).isEmpty();

        now = now.plusSeconds(2);
        assertThat(relay(this::leaveMark).drain().block()).isEqualTo(1);
        assertThat(marks()).containsExactly(1);
    }

    @Test
    void postponesAlsoWhenAHandlersOwnTransactionFailed() {
        append(stream, 1);
        Relay failing =
                relay(
                        event ->
                                leaveMark(event)
                                        .then(Mono.<Void>error(new Poison()))
                                        .as(transaction::transactional));

        failing.drain().block();

        assertThat(failures()).isEqualTo(1);
        assertThat(marks()).isEmpty();
        now = now.plusSeconds(2);
        assertThat(relay(this::leaveMark).drain().block()).isEqualTo(1);
    }

    @Test
    void countsAFailureThatOnlyTheCommitWouldFind() {
        append(stream, 1);
        Relay relay = relay(this::breakDeferredCheck);

        assertThat(relay.drain().block()).isZero();
        assertThat(failures()).isEqualTo(1);
    }

    private Mono<Void> breakDeferredCheck(Knocked event) {
        return database.sql("create temporary table parent (id int primary key) on commit drop")
                .then()
                .then(
                        database.sql(
                                        "create temporary table child (id int references parent"
                                                + " deferrable initially deferred) on commit drop")
                                .then())
                .then(database.sql("insert into child values (1)").then());
    }

    @Test
    void keepsTheOrderOfAStreamAcrossRelays() {
        for (int number = 0; number < 20; number++) {
            append(stream, number);
        }
        Relay one = relay(this::remember);
        Relay two = relay(this::remember);

        Mono.zip(one.drain(), two.drain()).block();

        assertThat(seen).containsExactlyElementsOf(Flux.range(0, 20).toIterable());
    }

    private Mono<Void> remember(Knocked event) {
        return Mono.delay(Duration.ofMillis(2)).doOnNext(tick -> seen.add(event.number())).then();
    }

    @Test
    void sharesManyStreamsBetweenRelaysWithoutRepeating() {
        for (int number = 0; number < 40; number++) {
            append(stream + number, number);
        }

        Mono.zip(relay(this::leaveMark).drain(), relay(this::leaveMark).drain()).block();

        assertThat(marks()).containsExactlyInAnyOrderElementsOf(Flux.range(0, 40).toIterable());
    }

    @Test
    void aPoisonedEventHoldsItsOwnStreamOnly() {
        append(stream, 1);
        append(stream, 2);
        append(stream + "-other", 3);
        Relay relay =
                relay(event -> event.number() == 1 ? Mono.error(new Poison()) : leaveMark(event));

        relay.drain().block();

        assertThat(marks()).containsExactly(3);
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void aModuleMeetsWhatCameFirstFirstAlsoInAnotherHandler() {
        String enter = module + ".enter";
        append(stream, 1);
        Await.done(
                store().append(new Entered(stream), List.of(enter)).as(transaction::transactional));
        List<String> met = new CopyOnWriteArrayList<>();
        Step<Entered> entering = new Step<>(enter, Entered.class, event -> note(met, "entered"));

        relay(entering, event -> Mono.error(new Poison())).drain().block();
        assertThat(met).isEmpty();

        now = now.plusSeconds(2);
        relay(entering, event -> note(met, "knocked")).drain().block();
        assertThat(met).containsExactly("knocked", "entered");
    }

    private static Mono<Void> note(List<String> met, String what) {
        return Mono.fromRunnable(() -> met.add(what));
    }

    private Relay relay(Step<Entered> entering, Function<Knocked, Mono<Void>> knocking) {
        Step<Knocked> knock = new Step<>(handler, Knocked.class, knocking);
        return new Relay(store(), new Handlers(List.of(knock, entering)), transactions, meters);
    }

    @Test
    void backsOffLongerEachTimeAndWaitsMeanwhile() {
        append(stream, 1);
        Relay failing = relay(event -> Mono.error(new Poison()));
        failing.drain().block();
        now = now.plusSeconds(1);
        relay(event -> Mono.error(new Poison())).drain().block();

        now = now.plusSeconds(1);
        relay(this::leaveMark).drain().block();
        assertThat(marks()).isEmpty();

        now = now.plusSeconds(1);
        relay(this::leaveMark).drain().block();
        assertThat(marks()).containsExactly(1);
    }

    @Test
    void neverLogsWhatAFailureSays(CapturedOutput output) {
        append(stream, 1);

        relay(event -> Mono.error(new IllegalStateException("secret-" + stream))).drain().block();

        assertThat(output).contains("IllegalStateException").doesNotContain("secret-" + stream);
    }

    @Test
    void leavesNothingWhenTheCallerRollsBack() {
        store().append(new Knocked(stream, 1), List.of(handler))
                .then(Mono.error(new Poison()))
                .as(transaction::transactional)
                .onErrorComplete()
                .block();

        assertThat(relay(this::leaveMark).drain().block()).isZero();
    }

    @Test
    void refusesAnEventOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox.append(new Knocked(stream, 1)).block())
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private double failures() {
        return meters.counter("zabuton.outbox.failures", "handler", handler).count();
    }

    private static class Poison extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
