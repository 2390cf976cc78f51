package org.lfnkr.zabuton.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try again. Pauses double from the first to the longest, so that something that is away
 * for days is asked a few times a day, and what waits for it goes on by itself when it is back.
 *
 * @param first pause; longer than an attempt can last, since so long nobody else takes the work up
 * @param longest pause
 * @param patience how long it may fail until it is given up, and waits for staff
 */
public record RetrySchedule(Duration first, Duration longest, Duration patience) {

    /** What Stripe is to be told: over a weekend without it everything heals by itself. */
    public static final RetrySchedule USUAL =
            new RetrySchedule(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofDays(3));

    private static final int LAST_DOUBLING = 20;

    /** The pause after so many attempts. */
    public Duration pause(int attempts) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, LAST_DOUBLING));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /**
     * @param since when it was due first
     */
    boolean isOver(Instant since, Instant now) {
        return since.plus(patience).isBefore(now);
    }
}
