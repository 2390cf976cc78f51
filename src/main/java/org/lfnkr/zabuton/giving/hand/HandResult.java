package org.lfnkr.zabuton.giving.hand;

import java.util.UUID;

/** What came of an act on a batch. But for the first two nothing was written. */
sealed interface HandResult {

    /**
     * @param batch that it was done to
     */
    record Done(UUID batch) implements HandResult {}

    /** A second person decides on it. */
    record Asked() implements HandResult {}

    /** A second person has been asked already, with another reason maybe. */
    record AskedBefore() implements HandResult {}

    /** There is a batch of the same day, number and sum. */
    record Twin(Batch batch) implements HandResult {}

    /** Under this reference other money is noted or in the books. */
    record ReferenceTaken(String reference) implements HandResult {}

    /** What is noted is not what the paper says. */
    record NotReached() implements HandResult {}

    /** It is posted or given up, by a click before this one maybe; or the gift is gone. */
    record Over() implements HandResult {}
}
