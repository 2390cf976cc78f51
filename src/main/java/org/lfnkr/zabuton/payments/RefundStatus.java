package org.lfnkr.zabuton.payments;

/** How far a refund has come; a later one is never replaced by an earlier one. */
public enum RefundStatus {
    /** Stored, not yet known to Stripe. */
    REQUESTED,
    /** On its way to the payer, who may have to tell Stripe a bank account first. */
    PENDING,
    SUCCEEDED,
    /** The payer did not get it; also a succeeded one may still fail. */
    FAILED,
    /** Stripe never made it. */
    REFUSED;

    /** Whether money goes or has gone back by it. */
    public boolean isLive() {
        return this != FAILED && this != REFUSED;
    }
}
