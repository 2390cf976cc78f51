package org.lfnkr.zabuton.banking.tray;

/**
 * What came of saying what a row is, or of taking it back. But for the first nothing was written.
 */
sealed interface MatchResult {

    record Done() implements MatchResult {}

    /** Somebody has said it before, or has taken it back. */
    record Before() implements MatchResult {}

    /**
     * It is not that.
     *
     * @param why key of a message
     */
    record Refused(String why) implements MatchResult {}
}
