package org.lfnkr.zabuton.payments;

import java.util.List;

/**
 * What follows from the facts, in order.
 *
 * @param complete false when Stripe has yet to say something that it is known to say later: ask
 *     again soon
 */
record Decision(List<Step> steps, boolean complete) {

    Decision {
        steps = List.copyOf(steps);
    }

    static Decision nothing() {
        return new Decision(List.of(), true);
    }

    static Decision of(Step step) {
        return new Decision(List.of(step), true);
    }
}
