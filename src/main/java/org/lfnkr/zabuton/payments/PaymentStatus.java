package org.lfnkr.zabuton.payments;

/** How far a payment has come. Money that arrives late still settles a payment that had ended. */
public enum PaymentStatus {
    /** Stored; Stripe may or may not know of it yet. */
    REQUESTED,
    /** Its page at Stripe is open. */
    OPEN,
    /** The payer holds a konbini code; nothing is paid yet. */
    AWAITING,
    /** The money is in Stripe's balance. Refunds and disputes are told apart from this. */
    SETTLED,
    EXPIRED,
    FAILED,
    CANCELLED,
    /** Stripe says something else than was asked for: staff decide, nothing goes on by itself. */
    HELD;

    /** Nothing more is expected of the payer. */
    public boolean isFinal() {
        return switch (this) {
            case REQUESTED, OPEN, AWAITING -> false;
            case SETTLED, EXPIRED, FAILED, CANCELLED, HELD -> true;
        };
    }

    /** Whether it ended without money. */
    public boolean isUnpaidEnd() {
        return this == EXPIRED || this == FAILED || this == CANCELLED;
    }
}
