package org.lfnkr.zabuton.approvals;

import java.util.List;

/**
 * Words of the page, in the reader's language.
 *
 * @param key of a message
 * @param arguments of it; sums, days, moments, bilingual names and other words are written out
 */
public record Words(String key, List<Object> arguments) {

    public Words {
        arguments = List.copyOf(arguments);
    }

    public static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    /** What reads the same in both languages, such as a number or a sum. */
    public static Words plain(Object text) {
        return of("approvals.plain", text);
    }

    /** Several, one after the other. */
    public static Words list(List<Words> parts) {
        return parts.stream()
                .reduce((one, other) -> of("approvals.and", one, other))
                .orElseGet(() -> of("approvals.nothing"));
    }
}
