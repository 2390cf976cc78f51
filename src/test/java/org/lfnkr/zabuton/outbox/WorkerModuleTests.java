package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.time.Duration;
import java.util.UUID;

@ModuleTest
class WorkerModuleTests {

    private static final Duration LONG = Duration.ofHours(1);

    @Autowired Notifications notifications;

    private final String topic = "test-" + UUID.randomUUID();
    private final Sinks.Many<Integer> rounds = Sinks.many().replay().all();
    private int count;

    private Mono<Void> work() {
        return Mono.fromRunnable(() -> rounds.tryEmitNext(++count));
    }

    private Worker worker(Flux<?> wake, Mono<?> work) {
        return new Worker(topic, false, LONG, wake, work);
    }

    @Test
    void worksAtOnceAndWhenNotified() {
        Worker worker = worker(notifications.on(topic), Mono.defer(this::work));
        worker.start();

        publishUntilHeard();

        assertThat(rounds.asFlux().take(2).count().block()).isEqualTo(2);
        worker.stop();
    }

    /** The listener may still be connecting when the first notification goes out. */
    private void publishUntilHeard() {
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(tick -> notifications.publish(topic))
                .takeUntilOther(rounds.asFlux().filter(round -> round == 2).next())
                .blockLast(Duration.ofSeconds(20));
    }

    @Test
    void goesOnAfterAFailedRound() {
        Sinks.Many<Integer> wake = Sinks.many().unicast().onBackpressureBuffer();
        Worker worker = worker(wake.asFlux(), work().then(Mono.error(new IllegalStateException())));
        worker.start();
        rounds.asFlux().blockFirst();

        wake.tryEmitNext(1);

        assertThat(rounds.asFlux().take(2).blockLast(Duration.ofSeconds(20))).isEqualTo(2);
        worker.stop();
    }

    @Test
    void letsTheRoundInHandFinishBeforeItStops() {
        Sinks.Empty<Void> gate = Sinks.empty();
        Sinks.Empty<Void> stopped = Sinks.empty();
        Worker worker = worker(Flux.never(), work().then(gate.asMono()));
        worker.start();
        rounds.asFlux().blockFirst();

        worker.stop(stopped::tryEmitEmpty);
        assertThat(worker.isRunning()).isTrue();
        gate.tryEmitEmpty();

        stopped.asMono().block(Duration.ofSeconds(20));
        assertThat(worker.isRunning()).isFalse();
    }
}
