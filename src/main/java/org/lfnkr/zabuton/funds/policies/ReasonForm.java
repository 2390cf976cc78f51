package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a reason in both languages, for everybody to read. */
final class ReasonForm {

    static final int LONGEST = 400;

    private ReasonForm() {}

    static Optional<Bilingual> read(Map<String, String> typed, List<Problem> problems) {
        String ja = one(typed, "reasonJa", problems);
        String en = one(typed, "reasonEn", problems);
        return ja.isEmpty() || en.isEmpty() ? Optional.empty() : Optional.of(new Bilingual(en, ja));
    }

    private static String one(Map<String, String> typed, String field, List<Problem> problems) {
        String said = Typed.line(typed.getOrDefault(field, ""));
        if (said.isEmpty()) {
            problems.add(Problem.of(field, "policies.wrong.reason"));
        } else if (Typed.length(said) > LONGEST) {
            problems.add(Problem.of(field, "policies.wrong.reason.long", LONGEST));
        }
        return said;
    }
}
