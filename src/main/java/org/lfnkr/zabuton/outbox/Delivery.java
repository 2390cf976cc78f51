package org.lfnkr.zabuton.outbox;

import java.time.Duration;

/**
 * An event on its way to one handler.
 *
 * @param attempts how often it has failed so far
 */
record Delivery(long eventId, String handler, int attempts, String body) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * Doubles from a second to an hour, so a poisoned event costs little and still gets its turn.
     */
    Duration pause() {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
