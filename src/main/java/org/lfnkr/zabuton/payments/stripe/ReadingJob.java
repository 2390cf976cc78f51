package org.lfnkr.zabuton.payments.stripe;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.RetrySchedule;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Reads what Stripe has told, again and again, each time on one of the nodes.
 *
 * @param pause between two readings
 */
record ReadingJob(String kind, Duration pause, Supplier<Mono<Long>> reading) implements Job {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @Override
    public RetrySchedule schedule() {
        return new RetrySchedule(pause, pause.multipliedBy(4), FOR_EVER);
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        return reading.get().map(read -> new WorkResult.Again(pause));
    }
}
