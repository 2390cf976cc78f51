package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.web.reactive.result.view.Rendering;

import java.util.List;
import java.util.Map;

/** Composes the pages on which a giver is asked once more before a plan is changed. */
final class PlanChangePages {

    private PlanChangePages() {}

    /** Asks once more, and offers the alternatives this one time. */
    static Rendering stop(GiftPlanView plan, String here) {
        return Page.of("giving/stop")
                .with("plan", plan)
                .with("every", plan.pledge().frequency().code())
                .with("reasons", GiftPlans.REASONS)
                .with("here", here)
                .rendering();
    }

    /**
     * Shows what a change would change, before it counts.
     *
     * @param what the last part of its path; names messages
     * @param answers that belong to it, sent again with the button
     * @param problem why it was not made; null before that
     */
    static Rendering change(
            GiftPlanView plan,
            PlanPreview preview,
            String here,
            String what,
            Map<String, String> answers,
            @Nullable Problem problem) {
        return Page.of("giving/change")
                .with("plan", plan)
                .with("preview", preview)
                .with("here", here)
                .with("what", what)
                .with("answers", answers)
                .with("form", new Form(Map.of(), problem == null ? List.of() : List.of(problem)))
                .rendering();
    }
}
