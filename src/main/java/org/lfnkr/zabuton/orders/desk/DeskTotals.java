package org.lfnkr.zabuton.orders.desk;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Of all orders that a filter lets through, on however many pages they stand. Of more than {@link
 * #MOST} nothing is summed, since nobody reads so many one by one: the board has sums of years.
 *
 * @param orders all of them, or one more than {@link #MOST}
 * @param paid those of which we took the money; what follows is of them
 * @param pieces in them
 * @param total what they cost together
 * @param gifts in them
 * @param refunded what of it went back
 */
public record DeskTotals(
        long orders, long paid, long pieces, Money total, Money gifts, Money refunded) {

    /** How many orders are summed. */
    static final int MOST = 1_000;

    /** How many orders are summed at most. */
    public int most() {
        return MOST;
    }

    /** Whether these are the sums of all. */
    public boolean whole() {
        return orders <= MOST;
    }
}
