package org.lfnkr.zabuton.refunds.held;

/** What came of deciding. But for the first two nothing was written. */
sealed interface HeldAnswer {

    /** It is decided. */
    record Done(HeldAct act) implements HeldAnswer {}

    /** A second person has been asked. */
    record Proposed() implements HeldAnswer {}

    /** Somebody has decided before. */
    record Before() implements HeldAnswer {}

    /** Something has happened since it was looked at. */
    record Changed(HeldCase now) implements HeldAnswer {}

    /** It can't be done, for what stands in the form. */
    record Refused(HeldForm form) implements HeldAnswer {}
}
