package org.lfnkr.zabuton.payments.settlement;

import java.util.List;
import java.util.stream.Stream;

/**
 * What follows from the facts, in order.
 *
 * @param complete false when Stripe has yet to say something that it is known to say later: ask
 *     again soon
 */
public record Decision(List<Step> steps, boolean complete) {

    public Decision {
        steps = List.copyOf(steps);
    }

    static Decision nothing() {
        return new Decision(List.of(), true);
    }

    /** The same after another step. */
    Decision after(Step step) {
        return new Decision(Stream.concat(Stream.of(step), steps.stream()).toList(), complete);
    }

    /** One step, and all is known. */
    public static Decision of(Step step) {
        return new Decision(List.of(step), true);
    }
}
