package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.outbox.RetrySchedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try again. The pauses double from two minutes to six hours, so that a mail server that is
 * away for days is asked a few times a day and finds every letter when it is back.
 */
final class Patience {

    static final RetrySchedule SCHEDULE =
            new RetrySchedule(Duration.ofMinutes(2), Duration.ofHours(6), Duration.ofDays(14));

    /** Other handlers write what a letter quotes within moments, unless one of them fails. */
    static final Duration FOR_FACTS = Duration.ofSeconds(1);

    /** After this, the letter says what is on record and is silent about the rest. */
    static final Duration UNTIL_SENT_WITHOUT = Duration.ofHours(1);

    private Patience() {}

    static boolean goesWithout(Instant queuedAt, Instant now) {
        return queuedAt.plus(UNTIL_SENT_WITHOUT).isBefore(now);
    }
}
