package org.lfnkr.zabuton.bookkeeping;

/** What came of saying from which parts of a payment a refund is. */
public sealed interface AttributionResult {

    /**
     * It is kept.
     *
     * @param rebooked whether the books had said something else, and were put right on that day
     */
    record Said(boolean rebooked) implements AttributionResult {}

    /** Nothing is kept. */
    record Refused(Reason reason) implements AttributionResult {}

    /** Why it can't be so. */
    enum Reason {
        /** The books know no such payment yet. */
        UNKNOWN_PAYMENT,
        /** The payment has no such part, or nothing or less than nothing is said of one. */
        UNKNOWN_PART,
        /** With what is said of other refunds, more than was paid for a part. */
        MORE_THAN_THE_PART,
        /** More than went back with this refund. */
        MORE_THAN_THE_REFUND
    }
}
