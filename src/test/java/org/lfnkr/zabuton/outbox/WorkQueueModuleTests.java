package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;

@ModuleTest
class WorkQueueModuleTests {

    @Autowired WorkQueue queue;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;
    @Autowired MovableClock clock;

    private final String kind = "tests." + UUID.randomUUID();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<String> parked = new CopyOnWriteArrayList<>();

    @AfterEach
    void restoreTime() {
        clock.reset();
    }

    private Job job(Function<WorkItem, Mono<WorkResult>> work) {
        return new Job() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Mono<WorkResult> attempt(WorkItem item) {
                return work.apply(item);
            }

            @Override
            public Mono<Void> givenUp(WorkItem item) {
                return Mono.fromRunnable(() -> parked.add(item.key()));
            }
        };
    }

    private final Job working =
            job(item -> Mono.fromRunnable(() -> done.add(item.key())).thenReturn(WorkResult.DONE));
    private final Job failing =
            job(item -> Mono.error(new IllegalStateException("about reader@example.org")));

    private void drain(Job job) {
        Await.done(queue.drain(job));
    }

    @Test
    void severalNodesDoEachItemOnce() {
        List<String> keys = IntStream.range(0, 60).mapToObj(i -> "item-" + i).toList();
        Await.done(Flux.fromIterable(keys).concatMap(key -> queue.add(kind, key)).then());

        Await.done(Flux.range(0, 3).flatMap(node -> queue.drain(working)).then());

        assertThat(done).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(left()).isEmpty();
    }

    @Test
    void nothingIsDoneOfATransactionThatFailed() {
        Mono<Void> failed =
                queue.add(kind, "never")
                        .then(Mono.<Void>error(new IllegalStateException("later")))
                        .as(transaction::transactional)
                        .onErrorComplete();
        Await.done(failed);
        drain(working);

        assertThat(done).isEmpty();
    }

    @Test
    void whatIsNotDueYetWaits() {
        Await.done(queue.add(kind, "later", clock.instant().plus(Duration.ofDays(1))));
        drain(working);
        assertThat(done).isEmpty();

        clock.advance(Duration.ofDays(1));
        drain(working);
        assertThat(done).containsExactly("later");
    }

    @Test
    void aFailureIsTriedAgainAfterPausesThatDouble() {
        Await.done(queue.add(kind, "it"));
        drain(failing);
        drain(working);
        assertThat(done).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        drain(failing);
        clock.advance(Duration.ofSeconds(50));
        drain(working);
        assertThat(done).isEmpty();

        clock.advance(Duration.ofSeconds(10));
        drain(working);
        assertThat(done).containsExactly("it");
    }

    @Test
    void whatFailsForDaysIsParkedOnceAndSaysTheKindOfFailureOnly() {
        Await.done(queue.add(kind, "it"));
        drain(failing);
        clock.advance(Duration.ofDays(4));
        drain(failing);
        clock.advance(Duration.ofDays(1));
        drain(failing);
        drain(working);

        assertThat(done).isEmpty();
        assertThat(parked).containsExactly("it");
        assertThat(left())
                .singleElement()
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("@example.org");
    }

    @Test
    void whoAsksAgainDuringAnAttemptHasItDoneOnceMore() {
        Await.done(queue.add(kind, "it"));
        drain(
                job(
                        item ->
                                done.isEmpty()
                                        ? queue.add(kind, "it")
                                                .then(Mono.fromRunnable(() -> done.add("first")))
                                                .thenReturn(WorkResult.DONE)
                                        : Mono.just(WorkResult.DONE)));
        drain(working);

        assertThat(done).containsExactly("first", "it");
        assertThat(left()).isEmpty();
    }

    @Test
    void oneThatHangsHoldsUpNoOther() {
        Await.done(queue.add(kind, "hangs").then(queue.add(kind, "goes")));
        Job slow =
                job(
                        item ->
                                item.key().equals("hangs")
                                        ? Mono.never()
                                        : Mono.fromRunnable(() -> done.add(item.key()))
                                                .thenReturn(WorkResult.DONE));

        Mono<Void> othersDone =
                Flux.interval(Duration.ofMillis(10)).filter(tick -> !done.isEmpty()).next().then();
        Await.done(queue.drain(slow).takeUntilOther(othersDone));

        assertThat(done).containsExactly("goes");
    }

    private List<String> left() {
        return Await.value(
                database.sql("select cast(w as text) from outbox.work w where kind = :kind")
                        .bind("kind", kind)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
