package org.lfnkr.zabuton.orders;

/** How much of an order has left us; pieces that were called off don't count. */
public enum ParcelState {
    NONE,
    PART,
    ALL,
    /** The same, and pieces in the place of some that came back are still to leave us. */
    REPLACING,
    /** A parcel came back, and what was in it has not been sent again. */
    BACK,
    /** Everything was called off: nothing is out and nothing will be. */
    OFF;

    /** Something was handed to a carrier, wherever it is now. */
    boolean hasLeft() {
        return this == PART || this == ALL || this == REPLACING || this == BACK;
    }
}
