package org.lfnkr.zabuton.giving.plans.desk;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Of all plans that a filter lets through, on however many pages they stand. Of more than {@link
 * #MOST} nothing is summed: the file has every one of them, and the board what they brought.
 *
 * @param plans all of them, or one more than {@link #MOST}
 * @param running those that are charged from time to time; the sums are of them
 * @param monthly what is charged every month
 * @param yearly what is charged every year
 */
record PlanTotals(long plans, long running, Money monthly, Money yearly, Money overdue) {

    /** How many plans are summed. */
    static final int MOST = 1_000;

    /** How many plans are summed at most. */
    public int most() {
        return MOST;
    }

    /** Whether these are the sums of all. */
    public boolean whole() {
        return plans <= MOST;
    }
}
