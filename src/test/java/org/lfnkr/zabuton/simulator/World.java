package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What all parts of the simulator share. Every change is made by one thread at a time; its events
 * leave when it is complete.
 */
final class World implements SimulatedClock.Alarm {

    static final String API_VERSION = "2026-07-29.dahlia";

    final ObjectStore objects = new ObjectStore();
    final Faults faults = new Faults();
    final Violations violations;
    volatile AfterRetries afterRetries = AfterRetries.CANCEL;
    final SimulatedClock clock;
    final EventLog events;
    final Deliveries deliveries;
    private final List<SimulatedClock.Alarm> alarms = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean changed = new AtomicBoolean();
    private URI baseUrl = URI.create("http://localhost");

    World(Clock base, Optional<Clock> signingClock, boolean watching) {
        violations = new Violations(watching);
        clock = new SimulatedClock(base, this, this::settle);
        deliveries =
                new Deliveries(objects, faults, clock, signingClock.orElse(clock), this::touch);
        events = new EventLog(objects, clock, faults);
    }

    <T> T change(Supplier<T> work) {
        return change(EventLog.nobody(), work);
    }

    <T> T change(ObjectNode cause, Supplier<T> work) {
        lock.lock();
        try {
            events.causedBy(cause);
            return work.get();
        } finally {
            List<ObjectNode> batch = events.takeUnsent();
            deliveries.enqueue(batch);
            touch();
            lock.unlock();
            batch.forEach(event -> violations.event(ObjectStore.published(event)));
        }
    }

    /** Looks at objects while nobody changes them. */
    <T> T look(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void settle() {
        deliveries.wake();
        deliveries.settle();
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    void add(SimulatedClock.Alarm alarm) {
        alarms.add(alarm);
    }

    void touch() {
        changed.set(true);
    }

    /** Whether anything has changed since this was last asked. */
    boolean takeChanged() {
        return changed.getAndSet(false);
    }

    void livesAt(URI url) {
        baseUrl = url;
    }

    URI baseUrl() {
        return baseUrl;
    }

    @Override
    public Optional<Instant> next() {
        return look(
                () ->
                        alarms.stream()
                                .flatMap(alarm -> alarm.next().stream())
                                .min(Instant::compareTo));
    }

    @Override
    public void ring() {
        change(
                () -> {
                    alarms.stream()
                            .filter(alarm -> alarm.next().isPresent())
                            .filter(this::isDue)
                            .forEach(SimulatedClock.Alarm::ring);
                    return true;
                });
    }

    private boolean isDue(SimulatedClock.Alarm alarm) {
        return alarm.next().filter(due -> !due.isAfter(clock.instant())).isPresent();
    }
}
