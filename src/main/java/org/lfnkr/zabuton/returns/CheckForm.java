package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form in which somebody says what came and in which condition, as it was typed.
 *
 * @param problems none where everything was understood and is possible
 */
record CheckForm(KnownReturn known, Map<String, String> typed, List<Problem> problems) {

    CheckForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static CheckForm fresh(KnownReturn known) {
        return new CheckForm(known, Map.of(), List.of());
    }

    static CheckForm sent(KnownReturn known, Map<String, String> typed) {
        CheckForm form = new CheckForm(known, typed, List.of());
        return new CheckForm(known, typed, form.complaints());
    }

    /** As the page shows it. */
    Form form() {
        return new Form(typed, problems);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** What came; asked only where nothing is wrong. */
    List<ReturnLine> came() {
        return known.lines().stream().map(this::came).toList();
    }

    private ReturnLine came(KnownReturn.Line line) {
        return new ReturnLine(
                line.asked().variant(),
                line.asked().quantity(),
                count(line.asNewField()).orElse(0),
                count(line.damagedField()).orElse(0),
                0);
    }

    /** Nothing typed is none; empty where it is no number. */
    private Optional<Integer> count(String field) {
        String text = Typed.line(typed.getOrDefault(field, ""));
        return text.isEmpty() ? Optional.of(0) : TypedNumber.count(text);
    }

    private List<Problem> complaints() {
        List<Problem> each = known.lines().stream().flatMap(this::line).toList();
        return each.isEmpty() && came().stream().allMatch(it -> it.came() == 0)
                ? List.of(
                        Problem.of(known.lines().getFirst().asNewField(), "returns.check.nothing"))
                : each;
    }

    private Stream<Problem> line(KnownReturn.Line line) {
        List<Problem> unreadable =
                Stream.of(line.asNewField(), line.damagedField())
                        .filter(field -> count(field).isEmpty())
                        .map(field -> Problem.of(field, "returns.pieces.unreadable"))
                        .toList();
        if (!unreadable.isEmpty()) {
            return unreadable.stream();
        }
        long came =
                (long) count(line.asNewField()).orElse(0) + count(line.damagedField()).orElse(0);
        int asked = line.asked().quantity();
        return came > asked
                ? Stream.of(Problem.of(line.asNewField(), "returns.check.many", asked))
                : Stream.empty();
    }
}
