package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form in which staff note that they handed a refund back.
 *
 * @param problems none where everything was understood
 */
record HandForm(Map<String, String> typed, List<Problem> problems) {

    HandForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static HandForm fresh(Instant now) {
        return new HandForm(Map.of("on", BusinessDate.of(now).toString()), List.of());
    }

    static HandForm sent(Map<String, String> typed) {
        HandForm form = new HandForm(typed, List.of());
        return new HandForm(typed, form.complaints());
    }

    HandForm with(Problem problem) {
        return new HandForm(typed, List.of(problem));
    }

    Form form() {
        return new Form(new HashMap<>(typed), problems);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** What is understood of it; only where nothing is wrong. */
    Slip slip(String by) {
        return new Slip(means().orElseThrow(), day().orElseThrow(), reference(), by);
    }

    static List<String> allMeans() {
        return Arrays.stream(Means.values()).map(HandForm::code).toList();
    }

    private static String code(Means means) {
        return means.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Means> means() {
        return Arrays.stream(Means.values())
                .filter(means -> code(means).equals(value("means")))
                .findFirst();
    }

    private Optional<LocalDate> day() {
        return TypedDay.of(value("on"));
    }

    private String reference() {
        return Typed.code(value("reference"));
    }

    private List<Problem> complaints() {
        List<Problem> found = new ArrayList<>();
        if (means().isEmpty()) {
            found.add(Problem.of("means", "refunds.hand.means.missing"));
        }
        if (day().isEmpty()) {
            found.add(Problem.of("on", "refunds.hand.on.unreadable"));
        }
        if (!Slip.isReference(reference())) {
            found.add(Problem.of("reference", "refunds.hand.reference.unreadable"));
        }
        return found;
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
