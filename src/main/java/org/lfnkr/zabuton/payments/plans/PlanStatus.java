package org.lfnkr.zabuton.payments.plans;

import org.lfnkr.zabuton.payments.PaymentStatus;

/** How far a plan has come. */
public enum PlanStatus {
    /** Stored; Stripe may or may not know of it yet. */
    REQUESTED,
    /** Its page at Stripe is open. */
    OPEN,
    /** The page is finished, and its first charge is not paid yet: for 23 hours at most. */
    INCOMPLETE,
    /** Its first charge is paid, and none is overdue. It may be paused, or about to end. */
    ACTIVE,
    /** A charge was tried in vain and is not given up yet. */
    PAST_DUE,
    /** It had started, and is charged no more. */
    ENDED,
    /** Never paid. */
    EXPIRED,
    /** Stripe says something else than was asked for: staff decide, it does not start by itself. */
    HELD;

    /** Whether it is charged from time to time. */
    public boolean isRunning() {
        return this == ACTIVE || this == PAST_DUE;
    }

    /** Whether nothing more comes of it. */
    public boolean isOver() {
        return this == ENDED || this == EXPIRED;
    }

    /** The same in the words of a single payment. */
    public PaymentStatus asPayment() {
        return switch (this) {
            case REQUESTED -> PaymentStatus.REQUESTED;
            case OPEN -> PaymentStatus.OPEN;
            case INCOMPLETE -> PaymentStatus.AWAITING;
            case ACTIVE, PAST_DUE -> PaymentStatus.SETTLED;
            case ENDED -> PaymentStatus.CANCELLED;
            case EXPIRED -> PaymentStatus.EXPIRED;
            case HELD -> PaymentStatus.HELD;
        };
    }
}
