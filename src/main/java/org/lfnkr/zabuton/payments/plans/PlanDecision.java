package org.lfnkr.zabuton.payments.plans;

import java.util.List;

/**
 * What follows from what Stripe says about a plan, in order.
 *
 * @param complete false when Stripe has yet to say something that it is known to say later
 */
record PlanDecision(List<PlanStep> steps, boolean complete) {

    PlanDecision {
        steps = List.copyOf(steps);
    }

    static PlanDecision of(PlanStep... steps) {
        return new PlanDecision(List.of(steps), true);
    }
}
