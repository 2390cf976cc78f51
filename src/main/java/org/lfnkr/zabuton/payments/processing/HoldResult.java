package org.lfnkr.zabuton.payments.processing;

/** What came of deciding on something that is held. */
public sealed interface HoldResult {

    /** It is decided, now. */
    record Done(Hold hold) implements HoldResult {}

    /** It was decided before. */
    record Before(Hold hold) implements HoldResult {}

    /** It can't be decided in this way. */
    record Refused(Hold hold) implements HoldResult {}
}
