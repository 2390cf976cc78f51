package org.lfnkr.zabuton.web;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Takes up which of two answers was meant that imply each other and said different things. */
public final class Meant {

    private static final String FIELD = "meant";

    private Meant() {}

    /**
     * The answers of a form, with those of the {@link Choice} whose button was pressed.
     *
     * @param fields what the form may ask for; anything else is left out
     */
    public static Map<String, String> applied(
            Map<String, String> typed,
            MultiValueMap<String, String> form,
            Collection<String> fields) {
        Map<String, String> answers = new HashMap<>(typed);
        read(Objects.requireNonNullElse(form.getFirst(FIELD), ""))
                .forEach(
                        (field, value) -> {
                            if (fields.contains(field)) {
                                answers.put(field, Objects.requireNonNullElse(value, ""));
                            }
                        });
        return answers;
    }

    private static Map<String, String> read(String answers) {
        return UriComponentsBuilder.newInstance()
                .query(answers)
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }
}
