package org.lfnkr.zabuton.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * An event on its way to one handler.
 *
 * @param attempts how often it has failed so far
 * @param since when it was due first
 */
record Delivery(long eventId, String handler, int attempts, Instant since, String body) {

    /** A poisoned event costs little and still gets its turn. */
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofDays(3));

    Duration pause() {
        return SCHEDULE.pause(attempts + 1);
    }

    boolean isOver(Instant now) {
        return SCHEDULE.isOver(since, now);
    }
}
