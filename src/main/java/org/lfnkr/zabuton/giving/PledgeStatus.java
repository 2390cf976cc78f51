package org.lfnkr.zabuton.giving;

/** How far a pledge has come. */
public enum PledgeStatus {
    AWAITING_PAYMENT,
    /** The giver holds a code for a convenience store. */
    AWAITING_KONBINI,
    GIVEN,
    /** Another gift was paid in its place: this money goes back. */
    PAID_TWICE,
    /** Ended without money; money that arrives late all the same makes it given. */
    ENDED,
    /** Stripe says something else than was pledged: staff decide. */
    HELD,
    /** What came was not what was pledged, and goes back: nothing was given. */
    RETURNED,
    /** The plan says how it stands. */
    OF_PLAN;

    public boolean isOpen() {
        return this == AWAITING_PAYMENT || this == AWAITING_KONBINI;
    }
}
