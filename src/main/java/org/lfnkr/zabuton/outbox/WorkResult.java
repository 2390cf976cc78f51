package org.lfnkr.zabuton.outbox;

import java.time.Duration;

/** How an attempt ended. */
public sealed interface WorkResult {

    WorkResult DONE = new Done();

    /** Nothing is left to do. */
    record Done() implements WorkResult {}

    /**
     * Nothing has failed, but it is to be looked at again.
     *
     * @param pause until then
     */
    record Again(Duration pause) implements WorkResult {}

    /**
     * It is tried again, for as long as its {@link RetrySchedule} has patience.
     *
     * @param why a word for staff, without personal data
     */
    record Failed(String why) implements WorkResult {}
}
