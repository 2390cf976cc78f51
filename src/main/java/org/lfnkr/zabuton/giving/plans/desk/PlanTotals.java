package org.lfnkr.zabuton.giving.plans.desk;

import org.lfnkr.zabuton.kernel.Money;

/**
 * Of all plans that a filter lets through, on however many pages they stand.
 *
 * @param running those that are charged from time to time; the sums are of them
 * @param monthly what is charged every month
 * @param yearly what is charged every year
 */
record PlanTotals(long plans, long running, Money monthly, Money yearly, Money overdue) {}
