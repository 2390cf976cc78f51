package org.lfnkr.zabuton.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A form as a page shows it: what was typed, as it was typed, and what is wrong with it (see
 * templates/web/field.html).
 *
 * @param errors in the order of the page
 */
public record Form(Map<String, String> values, List<Problem> errors) {

    public Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    public static Form filled(Map<String, String> values) {
        return new Form(values, List.of());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable Problem error(String name) {
        return errors.stream()
                .filter(problem -> problem.field().equals(name))
                .findFirst()
                .orElse(null);
    }

    public boolean failed() {
        return !errors.isEmpty();
    }
}
