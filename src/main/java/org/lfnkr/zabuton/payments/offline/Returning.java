package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.payments.RefundId;

/** What came of saying that a refund was handed back. But for the first nothing was written. */
public sealed interface Returning {

    /** It has gone back, now or before by the same slip. */
    record Returned(RefundId refund) implements Returning {}

    /** No such refund waits for a hand: Stripe makes those of its own payments. */
    record NotWaiting() implements Returning {}

    /** Under this reference other money is in the books. */
    record ReferenceTaken() implements Returning {}

    /** The day has not come yet. */
    record NotYet() implements Returning {}
}
