package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Page;
import org.lfnkr.zabuton.payments.plans.PlanFacts.Subscribed;

/**
 * Whether Stripe has agreed with the payer on what was asked for. Looked at only before a plan
 * starts: later, each charge is checked by itself.
 */
final class PlanMismatch {

    private static final String YEN = "jpy";

    private PlanMismatch() {}

    /**
     * @param live whether real money is taken here
     * @return null where all is as it was asked for
     */
    static @Nullable HoldReason of(RecordedPlan recorded, PlanFacts facts, boolean live) {
        Plan plan = recorded.plan();
        Page page = facts.page();
        Subscribed subscription = facts.subscription();
        if (page != null) {
            if (plan.session() != null && !plan.session().equals(page.id())) {
                return HoldReason.SECOND_SESSION;
            }
            if (!page.currency().equals(YEN)) {
                return HoldReason.CURRENCY;
            }
            if (page.amount() != recorded.current().amount()) {
                return HoldReason.AMOUNT;
            }
        }
        boolean wrongMode =
                (page != null && page.live() != live)
                        || (subscription != null && subscription.live() != live);
        return wrongMode ? HoldReason.MODE : null;
    }
}
