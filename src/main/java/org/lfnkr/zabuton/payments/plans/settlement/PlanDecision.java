package org.lfnkr.zabuton.payments.plans.settlement;

import java.util.List;

/**
 * What follows from what Stripe says about a plan, in order.
 *
 * @param complete false when Stripe has yet to say something that it is known to say later
 */
public record PlanDecision(List<PlanStep> steps, boolean complete) {

    public PlanDecision {
        steps = List.copyOf(steps);
    }

    /** Of a plan of which Stripe has said all. */
    public static PlanDecision of(PlanStep... steps) {
        return new PlanDecision(List.of(steps), true);
    }
}
