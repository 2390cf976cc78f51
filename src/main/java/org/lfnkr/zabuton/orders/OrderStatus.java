package org.lfnkr.zabuton.orders;

/** How far an order has come. Refunds and disputes of a paid order are told apart from this. */
public enum OrderStatus {
    /** Placed, its pieces held; no money has arrived. */
    AWAITING_PAYMENT,
    /** Like before, with a convenience-store code in the buyer's hands. */
    AWAITING_KONBINI,
    /** Paid, its pieces sold. */
    PAID,
    /** Ended without money; its pieces are free again. */
    CANCELLED,
    /** Stripe says something else than we asked for: staff look at it, nothing is sent. */
    HELD,
    /** What came was not what we asked for, and goes back; its pieces are free, nothing is sent. */
    RETURNED,
    /**
     * Paid, but the last piece went to somebody else meanwhile, or another order was paid in this
     * one's place: all the money goes back.
     */
    SOLD_OUT,
    /** All of the money went back. */
    REFUNDED;

    /** The buyer has done what was theirs to do; a konbini code still has to be paid, elsewhere. */
    public boolean needsNothingOfTheBuyer() {
        return this != AWAITING_PAYMENT && this != CANCELLED && this != RETURNED;
    }

    public boolean isOpen() {
        return this == AWAITING_PAYMENT || this == AWAITING_KONBINI;
    }
}
