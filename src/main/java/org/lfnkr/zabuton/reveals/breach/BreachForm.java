package org.lfnkr.zabuton.reveals.breach;

import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.reveals.breach.Breach.Scope;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody says of a breach.
 *
 * @param problems in the order of the page; none where everything was understood
 */
record BreachForm(Map<String, String> typed, List<Problem> problems) {

    BreachForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static BreachForm sent(Map<String, String> typed) {
        BreachForm form = new BreachForm(typed, List.of());
        return new BreachForm(typed, form.complaints());
    }

    private List<Problem> complaints() {
        if (scope().isEmpty()) {
            return List.of(Problem.of("scope", "breach.scope.missing"));
        }
        return scope().get() == Scope.EVERYBODY ? List.of() : ofAccount();
    }

    private List<Problem> ofAccount() {
        List<Problem> found = new ArrayList<>();
        if (account().isEmpty()) {
            found.add(Problem.of("account", "breach.account.unreadable"));
        }
        if (day("from").isEmpty()) {
            found.add(Problem.of("from", "breach.day.unreadable"));
        }
        if (day("until").filter(until -> !until.isBefore(day("from").orElse(until))).isEmpty()) {
            found.add(Problem.of("until", "breach.day.unreadable"));
        }
        return found;
    }

    /** Only where nothing is wrong. */
    Breach breach(UUID by, Instant now) {
        Scope scope = scope().orElseThrow();
        boolean some = scope == Scope.ACCOUNT;
        return new Breach(
                SentOnce.id(typed),
                scope,
                some ? account().orElseThrow() : null,
                some ? day("from").orElseThrow() : null,
                some ? day("until").orElseThrow() : null,
                by,
                now,
                null);
    }

    private Optional<Scope> scope() {
        return Arrays.stream(Scope.values())
                .filter(it -> it.code().equals(value("scope")))
                .findAny();
    }

    private Optional<UUID> account() {
        try {
            return Optional.of(UUID.fromString(Typed.code(value("account"))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String field) {
        return TypedDay.of(value(field));
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    Form form() {
        return new Form(typed, problems);
    }
}
