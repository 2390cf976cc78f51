package org.lfnkr.zabuton.payments;

/** How far a refund has come. */
public enum RefundStatus {
    /** Stored, not yet known to Stripe. */
    REQUESTED,
    /**
     * The payer, whom Stripe has written to, has to name a bank account; see {@link RefundView}.
     */
    NEEDS_ACCOUNT,
    /** On its way to the payer. It may come back, and then needs an account again. */
    PENDING,
    SUCCEEDED,
    /** The payer did not get it; also a succeeded one may still fail. */
    FAILED,
    /** Stripe never made it. */
    REFUSED;

    /**
     * Whether this is news after another. A refund that has arrived does not wait any more, and one
     * that has failed stays so; whoever waits for an account may do so again and again.
     */
    public boolean isNewsAfter(RefundStatus known) {
        return this != known && rank() >= known.rank();
    }

    private int rank() {
        return switch (this) {
            case REQUESTED -> 0;
            case NEEDS_ACCOUNT, PENDING -> 1;
            case SUCCEEDED -> 2;
            case FAILED, REFUSED -> 3;
        };
    }

    /** Whether Stripe knows of it and has yet to say what becomes of it. */
    public boolean isUnderWay() {
        return this == NEEDS_ACCOUNT || this == PENDING;
    }

    /** Whether money goes or has gone back by it. */
    public boolean isLive() {
        return this != FAILED && this != REFUSED;
    }
}
