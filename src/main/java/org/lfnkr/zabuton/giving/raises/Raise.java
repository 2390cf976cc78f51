package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.giving.plans.GiftPlanView;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A question, and how the gift stands now.
 *
 * @param quiet whether its giver wants to be asked no more
 */
record Raise(
        RaiseQuestion question,
        GiftPlanView plan,
        OutcomePrice was,
        OutcomePrice price,
        boolean quiet) {

    /** The price of {@link #was}. */
    public Money before() {
        return Money.yen(was.yen());
    }

    /** The price of {@link #price}. */
    public Money after() {
        return Money.yen(price.yen());
    }

    /** How its page shows it; names messages. */
    public String state() {
        RaiseQuestion.Answer answer = question.answer();
        if (answer != null) {
            return answer.code();
        }
        return isOpen() ? "open" : "over";
    }

    /** Whether the gift is still what was asked about. */
    boolean isOpen() {
        return question.answer() == null
                && plan.pledge().id().equals(question.pledge())
                && plan.state() == GiftPlanView.State.ACTIVE
                && !plan.payments().wishPending();
    }
}
