package org.lfnkr.zabuton.bookkeeping.balance;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.balance.LineKind;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a line is, and how one knows. */
record ExplanationForm(String kind, String reason) {

    static final List<LineKind> KINDS =
            List.of(
                    LineKind.FEE,
                    LineKind.ADJUSTMENT,
                    LineKind.TOP_UP,
                    LineKind.RESERVE,
                    LineKind.FOREIGN);

    private static final int LONGEST = 200;

    ExplanationForm(@Nullable String kind, @Nullable String reason) {
        this.kind = Objects.requireNonNullElse(kind, "");
        this.reason = Typed.line(Objects.requireNonNullElse(reason, ""));
    }

    static ExplanationForm fresh() {
        return new ExplanationForm(null, null);
    }

    Optional<LineKind> chosen() {
        return KINDS.stream().filter(it -> it.name().equals(kind)).findFirst();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (chosen().isEmpty()) {
            problems.add(Problem.of("kind", "bookkeeping.explain.kind.missing"));
        }
        if (reason.isEmpty()) {
            problems.add(Problem.of("reason", "bookkeeping.explain.reason.missing"));
        } else if (Typed.length(reason) > LONGEST) {
            problems.add(Problem.of("reason", "bookkeeping.explain.reason.long", LONGEST));
        }
        return problems;
    }

    Form shown(List<Problem> problems) {
        String known = chosen().map(LineKind::name).orElse("");
        return new Form(Map.of("kind", known, "reason", reason), problems);
    }
}
