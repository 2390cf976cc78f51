package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what was typed into a form, and remembers what is wrong. What can't be read is read as
 * something harmless; nobody uses it while there are problems.
 */
public final class FormReader {

    private static final long MOST_YEN = 9_999_999;

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    public FormReader(Map<String, String> typed) {
        this.typed = typed;
    }

    /** In the order of the form; empty where all could be read. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    private void wrong(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, key, arguments));
    }

    /** In both languages: {@code nameEn} and {@code nameJa}. */
    public Bilingual words(String field, int longest) {
        return new Bilingual(text(field + "En", longest), text(field + "Ja", longest));
    }

    /** One line or several. */
    public String text(String field, int longest) {
        String read = Typed.lines(raw(field));
        if (read.isBlank()) {
            wrong(field, "web.wrong.empty");
            return "–";
        }
        if (Typed.length(read) > longest) {
            wrong(field, "web.wrong.long", longest);
        }
        return read;
    }

    /**
     * A code that fits a pattern.
     *
     * @param key the message where it does not
     */
    public String code(String field, String pattern, String key) {
        String read = Typed.code(raw(field));
        if (!read.matches(pattern)) {
            wrong(field, key);
        }
        return read;
    }

    /** One of what the form offers. */
    public String choice(String field, Set<String> among) {
        if (!among.contains(raw(field))) {
            wrong(field, "web.wrong.choice");
        }
        return raw(field);
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return !raw(field).isEmpty();
    }

    /** A whole number within bounds, both of them meant. */
    public int number(String field, int least, int most) {
        return TypedNumber.count(raw(field))
                .filter(it -> it >= least && it <= most)
                .orElseGet(
                        () -> {
                            wrong(field, "web.wrong.number", least, most);
                            return least;
                        });
    }

    /** Nothing typed is 0. */
    public int optional(String field, int most) {
        return raw(field).isBlank() ? 0 : number(field, 1, most);
    }

    /** Whole yen, from the least to 9,999,999. */
    public Money sum(String field, long least) {
        return TypedNumber.sum(raw(field))
                .filter(it -> it.yen() >= least && it.yen() <= MOST_YEN)
                .orElseGet(
                        () -> {
                            wrong(field, "web.wrong.sum", least, MOST_YEN);
                            return Money.yen(Math.max(1, least));
                        });
    }

    /** Today or later: what was said of days before stays. */
    public LocalDate day(String field, LocalDate today) {
        try {
            LocalDate read = LocalDate.parse(Typed.code(raw(field)).replace('/', '-'));
            if (read.isBefore(today) || read.isAfter(today.plusYears(2))) {
                wrong(field, "web.wrong.day.far");
            }
            return read;
        } catch (DateTimeException noDay) {
            wrong(field, "web.wrong.day");
            return today;
        }
    }
}
