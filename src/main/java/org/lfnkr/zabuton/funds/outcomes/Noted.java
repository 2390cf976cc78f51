package org.lfnkr.zabuton.funds.outcomes;

/** What became of something that was to be noted. */
enum Noted {
    DONE,
    /** A second person is asked. */
    ASKED,
    /** More than what is still awaited. */
    TOO_MANY,
    /** It fits no more: noted before, or its money came back. */
    OVER
}
