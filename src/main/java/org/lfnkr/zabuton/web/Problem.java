package org.lfnkr.zabuton.web;

import java.util.List;

/**
 * What is wrong with one answer of a form.
 *
 * @param field the name of the field
 * @param key the message that says it, the same beside the field and in the summary
 * @param arguments of the message
 */
public record Problem(String field, String key, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }

    public Object[] args() {
        return arguments.toArray();
    }
}
