package org.lfnkr.zabuton.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.time.Duration;

/**
 * Does a piece of work again and again: when it is woken, and after a pause at the latest. Rounds
 * never overlap, a failed round is logged and the next one tries again.
 */
public final class Worker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final boolean automatic;
    private final Flux<?> occasions;
    private final Mono<?> work;
    private Sinks.Empty<Void> stop = Sinks.empty();
    private Runnable afterwards = () -> {};
    private boolean running;

    Worker(String name, boolean automatic, Duration pause, Flux<?> wake, Mono<?> work) {
        this.name = name;
        this.automatic = automatic;
        this.occasions = Flux.merge(Flux.interval(Duration.ZERO, pause).onBackpressureDrop(), wake);
        this.work = work;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        stop = Sinks.empty();
        occasions
                .onBackpressureLatest()
                .takeUntilOther(stop.asMono())
                .concatMap(occasion -> round(), 0)
                .doFinally(signal -> ended())
                .subscribe(
                        done -> {},
                        failure -> log.error("{} ended: {}", name, Failure.of(failure)));
    }

    private Mono<Void> round() {
        return work.then().onErrorResume(this::report);
    }

    private Mono<Void> report(Throwable failure) {
        log.warn("A round of {} failed: {}", name, Failure.of(failure));
        return Mono.empty();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Lets the round in hand come to its end first. */
    @Override
    public synchronized void stop(Runnable callback) {
        if (running) {
            afterwards = callback;
            stop.tryEmitEmpty();
        } else {
            callback.run();
        }
    }

    private synchronized void ended() {
        running = false;
        afterwards.run();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return automatic;
    }
}
