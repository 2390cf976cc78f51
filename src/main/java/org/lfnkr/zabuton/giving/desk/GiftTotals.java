package org.lfnkr.zabuton.giving.desk;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Of all gifts that a filter lets through, on however many pages they stand. Of more than {@link
 * #MOST} nothing is summed, since nobody reads so many one by one: the board has sums of years.
 *
 * @param gifts all of them, or one more than {@link #MOST}
 * @param paid what arrived, with what was given on top for the fee
 * @param back what of it went back
 */
record GiftTotals(long gifts, Money paid, Money back) {

    /** How many gifts are summed. */
    static final int MOST = 1_000;

    /** How many gifts are summed at most. */
    public int most() {
        return MOST;
    }

    /** Whether these are the sums of all. */
    public boolean whole() {
        return gifts <= MOST;
    }
}
