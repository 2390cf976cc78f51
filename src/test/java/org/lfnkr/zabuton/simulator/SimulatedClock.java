package org.lfnkr.zabuton.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The simulator's time: another clock's, moved ahead. Give it to the shop as its {@link Clock}, and
 * both live in the same time.
 *
 * <p>Moving it runs everything that falls due on the way, each at its own moment and in order, and
 * returns when the webhooks that this caused have been attempted.
 */
public final class SimulatedClock extends Clock {

    /** Work that falls due by time alone: a session that expires, a konbini code that lapses. */
    interface Alarm {
        Optional<Instant> next();

        void ring();
    }

    private final Clock base;
    private final Alarm alarm;
    private final Runnable settle;
    private volatile Duration ahead = Duration.ZERO;

    SimulatedClock(Clock base, Alarm alarm, Runnable settle) {
        this.base = base;
        this.alarm = alarm;
        this.settle = settle;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    /** Moves time forward; never back. */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("Time only goes forward");
        }
        Duration goal = ahead.plus(step);
        Optional<Instant> due = nextBefore(base.instant().plus(goal));
        while (due.isPresent()) {
            moveTo(due.get());
            ringDue();
            settle.run();
            due = nextBefore(base.instant().plus(goal));
        }
        ahead = goal;
        settle.run();
    }

    /** How far this clock is ahead of the one it was started with. */
    public Duration ahead() {
        return ahead;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    /**
     * Does what is due now; the clock of the development application ticks by itself and calls
     * this.
     */
    synchronized void ringDue() {
        while (nextBefore(instant()).isPresent()) {
            alarm.ring();
        }
    }

    synchronized void startAhead(Duration duration) {
        ahead = duration;
    }

    private Optional<Instant> nextBefore(Instant limit) {
        return alarm.next().filter(due -> !due.isAfter(limit));
    }

    private void moveTo(Instant moment) {
        Duration step = Duration.between(instant(), moment);
        ahead = step.isPositive() ? ahead.plus(step) : ahead;
    }
}
