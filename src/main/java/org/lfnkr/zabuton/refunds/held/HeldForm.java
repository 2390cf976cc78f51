package org.lfnkr.zabuton.refunds.held;

import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What staff want to become of something that is held, as it was chosen. */
record HeldForm(HeldCase known, Map<String, String> typed, List<Problem> problems) {

    HeldForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static HeldForm fresh(HeldCase known, Map<String, String> typed) {
        return new HeldForm(known, typed, List.of());
    }

    static HeldForm sent(HeldCase known, Map<String, String> typed) {
        HeldForm form = fresh(known, typed);
        return new HeldForm(known, typed, form.complaints());
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        if (act().isEmpty()) {
            found.add(Problem.of("choice", "held.choice.missing"));
        } else if (act().filter(known::may).isEmpty()) {
            found.add(Problem.of("choice", "held.choice.gone"));
        }
        if (why().isEmpty()) {
            found.add(Problem.of("why", "held.why.missing"));
        }
        return found;
    }

    Optional<HeldAct> act() {
        return HeldAct.of(typed.getOrDefault("choice", ""));
    }

    Optional<HeldWhy> why() {
        return HeldWhy.of(typed.getOrDefault("why", ""));
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** As the page shows it. */
    Form form() {
        return new Form(typed, problems);
    }
}
