package org.lfnkr.zabuton.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try again. The pauses double from two minutes to six hours, so that a mail server that is
 * away for days is asked a few times a day and finds every letter when it is back.
 */
final class Patience {

    static final Duration FIRST = Duration.ofMinutes(2);
    static final Duration LONGEST = Duration.ofHours(6);

    /** Other handlers write what a letter quotes within moments, unless one of them fails. */
    static final Duration FOR_FACTS = Duration.ofSeconds(1);

    /** After this, the letter says what is on record and is silent about the rest. */
    static final Duration UNTIL_SENT_WITHOUT = Duration.ofHours(1);

    static final Duration UNTIL_GIVEN_UP = Duration.ofDays(14);
    private static final int LAST_DOUBLING = 10;

    private Patience() {}

    /** The pause after so many attempts. */
    static Duration after(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, LAST_DOUBLING));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    static boolean goesWithout(Instant queuedAt, Instant now) {
        return queuedAt.plus(UNTIL_SENT_WITHOUT).isBefore(now);
    }

    static boolean isOver(Instant queuedAt, Instant now) {
        return queuedAt.plus(UNTIL_GIVEN_UP).isBefore(now);
    }
}
