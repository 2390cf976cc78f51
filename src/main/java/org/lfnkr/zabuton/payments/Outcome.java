package org.lfnkr.zabuton.payments;

import org.springframework.modulith.NamedInterface;

/** What asking about a payment has led to. */
@NamedInterface("inside")
public enum Outcome {
    /** All that Stripe says is recorded. */
    DONE,
    /** Recorded so far, but Stripe has yet to say something: ask again soon. */
    INCOMPLETE,
    /** Recorded; the session is open although the payer has cancelled. */
    TO_EXPIRE,
    /** Recorded; the konbini code can still be paid although the payer has cancelled. */
    TO_CANCEL,
    /** Not of our making. */
    FOREIGN,
    /** Stripe knows nothing of it. */
    ABSENT,
    /** Something was recorded after the question that may be newer than the answer: ask again. */
    OVERTAKEN,
    /** Stripe did not answer: nothing is known, ask again. */
    UNREACHABLE;

    public boolean isSettledForNow() {
        return switch (this) {
            case DONE, TO_EXPIRE, TO_CANCEL, FOREIGN, ABSENT -> true;
            case INCOMPLETE, OVERTAKEN, UNREACHABLE -> false;
        };
    }
}
