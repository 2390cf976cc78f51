package org.lfnkr.zabuton.funds.outcomes;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Units of something, as they were typed: bought, arrived, or not to arrive.
 *
 * @param problems in the order of the page
 */
record OutcomeForm(Map<String, String> typed, List<Problem> problems) {

    /** More than was ever bought at once; what is beyond it is a slip of the hand. */
    private static final int MOST = 1_000_000;

    OutcomeForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /**
     * Of a purchase or a delivery.
     *
     * @param earliest on which it can have been, see {@link Bought#earliest}
     * @param early what is wrong with a day before that
     */
    static OutcomeForm dated(
            Map<String, String> typed, LocalDate earliest, Problem early, LocalDate today) {
        OutcomeForm form = new OutcomeForm(typed, List.of());
        List<Problem> found = new ArrayList<>(form.ofUnits());
        Optional<LocalDate> day = form.typedDay().filter(it -> !it.isAfter(today));
        if (day.isEmpty()) {
            found.add(Problem.of("on", "outcomes.on.missing"));
        } else if (day.get().isBefore(earliest)) {
            found.add(early);
        }
        return new OutcomeForm(typed, found);
    }

    static OutcomeForm shortfall(Map<String, String> typed) {
        OutcomeForm form = new OutcomeForm(typed, List.of());
        List<Problem> found = new ArrayList<>(form.ofUnits());
        Optional<Shortage> reason = form.typedReason();
        if (reason.isEmpty()) {
            found.add(Problem.of("reason", "outcomes.reason.missing"));
        }
        if (reason.filter(Shortage.INSTEAD::equals).isPresent()) {
            form.ofInstead(found);
        }
        return new OutcomeForm(typed, found);
    }

    private void ofInstead(List<Problem> found) {
        if (Substitute.of(text("instead")).isEmpty()) {
            found.add(Problem.of("instead", "outcomes.instead.missing"));
        }
        if (count("came").isEmpty()) {
            found.add(Problem.of("came", "outcomes.came.missing"));
        }
    }

    private List<Problem> ofUnits() {
        return count("units").isPresent()
                ? List.of()
                : List.of(Problem.of("units", "outcomes.units.missing"));
    }

    OutcomeForm with(Problem problem) {
        return new OutcomeForm(typed, List.of(problem));
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** Only where nothing is wrong. */
    long units() {
        return count("units").orElseThrow();
    }

    /** Only where nothing is wrong. */
    LocalDate on() {
        return typedDay().orElseThrow();
    }

    UUID evidence() {
        return Slice.id(text("evidence"));
    }

    UUID id() {
        return SentOnce.id(typed);
    }

    /** Only where nothing is wrong. */
    Shortfall of(UUID disbursement, Instant now) {
        Shortage reason = typedReason().orElseThrow();
        boolean instead = reason == Shortage.INSTEAD;
        @Nullable Substitute what = instead ? Substitute.of(text("instead")).orElseThrow() : null;
        @Nullable Long came = instead ? count("came").orElseThrow() : null;
        return new Shortfall(id(), disbursement, units(), reason, what, came, now, null);
    }

    private Optional<Long> count(String field) {
        return TypedNumber.count(text(field))
                .filter(it -> it > 0 && it <= MOST)
                .map(Integer::longValue);
    }

    private Optional<LocalDate> typedDay() {
        return TypedDay.of(text("on"));
    }

    private Optional<Shortage> typedReason() {
        return Shortage.of(text("reason"));
    }

    private String text(String field) {
        return typed.getOrDefault(field, "");
    }

    Form form() {
        return new Form(typed, problems);
    }
}
