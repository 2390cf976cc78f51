package org.lfnkr.zabuton.payments.plans;

/** Whether a change of a plan can be asked for. */
public sealed interface WishResult {

    /**
     * Stored; {@link PlanChanged} tells when Stripe has made it, {@link PlanChangeRefused} if not.
     */
    record Noted() implements WishResult {}

    record Refused(Reason reason) implements WishResult {}

    /** Why not. */
    enum Reason {
        /** Its first charge is not paid yet. */
        NOT_STARTED,
        /** It is over. */
        ENDED,
        /** It is about to end: undo that first. */
        STOPPING,
        /** It is not about to end. */
        NOT_STOPPING,
        /** It is paused: resume first. */
        PAUSED,
        /** It is not paused. */
        NOT_PAUSED,
        /** The day is not after today, or more than a period after the next charge. */
        DAY,
        /** These terms were in force before: terms are never used twice. */
        USED_TERMS
    }
}
