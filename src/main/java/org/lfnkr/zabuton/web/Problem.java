package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;

import java.util.List;

/**
 * What is wrong with one answer of a form.
 *
 * @param field the name of the field
 * @param key the message that says it, the same beside the field and in the summary
 * @param arguments of the message
 * @param choices where it is a question, what may be meant; none otherwise
 */
public record Problem(String field, String key, List<Object> arguments, List<Choice> choices) {

    public Problem {
        arguments = List.copyOf(arguments);
        choices = List.copyOf(choices);
    }

    public Problem(String field, String key, List<Object> arguments) {
        this(field, key, arguments, List.of());
    }

    public static Problem of(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }

    /**
     * That a form came too late for its page, which shows what was typed without a form where none
     * is left for it (see templates/web/typed.html).
     *
     * @param key of what happened meanwhile, and what to do
     */
    public static Problem late(String key, Object... arguments) {
        return of("typed", key, arguments);
    }

    /** The same as a question, with the answers that may be meant. */
    public Problem with(Choice... answers) {
        return new Problem(field, key, arguments, List.of(answers));
    }

    /** What has a name in both languages is named in the reader's. */
    public Object[] args(Language language) {
        return args(arguments, language);
    }

    static Object[] args(List<Object> arguments, Language language) {
        return arguments.stream()
                .map(it -> it instanceof Bilingual words ? words.in(language) : it)
                .toArray();
    }
}
