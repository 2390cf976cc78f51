package org.lfnkr.zabuton.checkout;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.papers.Glyphs;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of one form while they are read, kindly: any width, any spaces. What can't be taken
 * is noted as a problem of its field.
 */
public final class Answers {

    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_TEXT = 200;

    private final String form;
    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param form what the keys of its messages begin with, such as {@code giving}: {@code
     *     giving.name.missing}, {@code giving.email.malformed}, {@code giving.too-long}
     * @param typed by field, as it was typed
     */
    public Answers(String form, Map<String, String> typed) {
        this.form = form;
        this.typed = typed;
    }

    /** What a form sent of these fields. */
    public static Map<String, String> typed(
            MultiValueMap<String, String> form, Collection<String> fields) {
        return fields.stream()
                .filter(form::containsKey)
                .collect(toMap(identity(), field -> String.valueOf(form.getFirst(field))));
    }

    public Map<String, String> typed() {
        return typed;
    }

    /** As it was typed; empty where nothing was. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** One line, of at most 100 characters. */
    public String line(String field) {
        return checked(field, Typed.line(value(field)), LONGEST_LINE);
    }

    /** One line that may not be empty. */
    public String neededLine(String field) {
        return needed(field, line(field));
    }

    /** Several lines, of at most 200 characters in all. */
    public String lines(String field) {
        return checked(field, Typed.lines(value(field)), LONGEST_TEXT);
    }

    /** Several lines that may not be empty. */
    public String neededLines(String field) {
        return needed(field, lines(field));
    }

    /** What stands on receipts and cards can be printed as it was typed. */
    public String onPaper(String field, String text) {
        Glyphs.problem(field, text).ifPresent(problems::add);
        return text;
    }

    /** An address that mail can be sent to; null where a problem was noted. */
    public @Nullable EmailAddress email(String field) {
        String text = Typed.code(value(field));
        if (text.isEmpty()) {
            return refuse(field, field + ".missing");
        }
        Optional<EmailAddress> address = EmailAddress.parse(text);
        return address.isPresent() ? address.get() : refuse(field, field + ".malformed");
    }

    /**
     * Notes a problem.
     *
     * @param key of its message, behind the form's
     * @return null, for the value that is missing
     */
    public <T> @Nullable T refuse(String field, String key, Object... arguments) {
        note(Problem.of(field, form + "." + key, arguments));
        return null;
    }

    public void note(Problem problem) {
        problems.add(problem);
    }

    /** All that was noted, in the order of the reading. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private String needed(String field, String text) {
        if (text.isEmpty()) {
            refuse(field, field + ".missing");
        }
        return text;
    }

    private String checked(String field, String text, int longest) {
        if (Typed.length(text) > longest) {
            refuse(field, "too-long", longest, Typed.length(text));
        }
        return text;
    }
}
