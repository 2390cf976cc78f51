package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftLimits;
import org.lfnkr.zabuton.kernel.Money;

/** What a giver can wish of a running plan, besides its end. */
public sealed interface PlanChange {

    /**
     * @param gift in yen, within {@link GiftLimits}
     * @param covered whether the fee is paid on top
     */
    record Terms(Frequency frequency, Money gift, boolean covered) implements PlanChange {}

    /**
     * @param day as {@link ChargeDay} offers them
     */
    record Day(int day) implements PlanChange {}

    /**
     * @param charges to leave out, 1 to {@value GiftPlans#LONGEST_PAUSE}
     */
    record Pause(int charges) implements PlanChange {}

    record Resume() implements PlanChange {}

    record UndoStop() implements PlanChange {}
}
