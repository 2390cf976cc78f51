package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;

import java.util.List;

/**
 * One of the answers that may have been meant; a button beside the question takes it.
 *
 * @param answers what it makes of the form, as a query: {@code amount=3000&other=}
 * @param key the message on the button
 * @param arguments of the message
 */
public record Choice(String answers, String key, List<Object> arguments) {

    public Choice {
        arguments = List.copyOf(arguments);
    }

    public static Choice of(String answers, String key, Object... arguments) {
        return new Choice(answers, key, List.of(arguments));
    }

    public Object[] args(Language language) {
        return Problem.args(arguments, language);
    }
}
