package org.lfnkr.zabuton.outbox;

import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * Does one kind of the work that {@link WorkQueue} keeps. An attempt is repeated when it fails,
 * when its node dies, or when nothing is known of its end, so it must do no harm twice.
 */
public interface Job {

    /** Unique and lasting, because it is stored with each item: {@code module.step}. */
    String kind();

    /** One try, never in a transaction; an error is a failure as well. */
    Mono<WorkResult> attempt(WorkItem item);

    default RetrySchedule schedule() {
        return RetrySchedule.USUAL;
    }

    /** The longest time until what has come due, or was not heard of, is found. */
    default Duration poll() {
        return Duration.ofSeconds(20);
    }

    /** How many are tried at a time, on each node. */
    default int atOnce() {
        return 4;
    }

    /** Whether no repetition can mend this. */
    default boolean isForGood(Throwable failure) {
        return false;
    }

    /** Called once when an item is given up, in the transaction that parks it. */
    default Mono<Void> givenUp(WorkItem item) {
        return Mono.empty();
    }
}
