package org.lfnkr.zabuton.giving.plans;

import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.form.AmountReader;
import org.lfnkr.zabuton.giving.pledges.form.GiveReader;
import org.lfnkr.zabuton.web.Form;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The form in which a giver changes how much and how often. */
final class TermsForm {

    static final String SUM = AmountReader.OTHER;
    static final String FREQUENCY = GiveReader.FREQUENCY;
    static final String COVER = GiveReader.COVER;

    private TermsForm() {}

    /** As the plan stands. */
    static Form of(GiftPlanView plan) {
        return Form.filled(
                Map.of(
                        SUM,
                        Long.toString(plan.pledge().parts().gift().yen()),
                        FREQUENCY,
                        plan.pledge().frequency().code(),
                        COVER,
                        plan.pledge().parts().isCovered() ? "yes" : ""));
    }

    static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        typed.put(SUM, Objects.requireNonNullElse(form.get(SUM), ""));
        typed.put(FREQUENCY, Objects.requireNonNullElse(form.get(FREQUENCY), ""));
        typed.put(COVER, Objects.requireNonNullElse(form.get(COVER), ""));
        return typed;
    }

    static boolean covers(Map<String, String> typed) {
        return "yes".equals(typed.get(COVER));
    }

    /** Monthly where nothing else is said. */
    static Frequency frequency(Map<String, String> typed) {
        return Frequency.YEARLY.code().equals(typed.get(FREQUENCY))
                ? Frequency.YEARLY
                : Frequency.MONTHLY;
    }
}
