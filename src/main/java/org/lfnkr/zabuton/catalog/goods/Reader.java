package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

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
final class Reader {

    private static final long MOST_YEN = 9_999_999;

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    Reader(Map<String, String> typed) {
        this.typed = typed;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    private void wrong(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, "catalog.wrong." + key, arguments));
    }

    /** In both languages: {@code nameEn} and {@code nameJa}. */
    Bilingual words(String field, int longest) {
        return new Bilingual(text(field + "En", longest), text(field + "Ja", longest));
    }

    /** One line or several. */
    String text(String field, int longest) {
        String read = Typed.lines(raw(field));
        if (read.isBlank()) {
            wrong(field, "empty");
            return "–";
        }
        if (Typed.length(read) > longest) {
            wrong(field, "long", longest);
        }
        return read;
    }

    /** A code that fits a pattern. */
    String code(String field, String pattern, String key) {
        String read = Typed.code(raw(field));
        if (!read.matches(pattern)) {
            wrong(field, key);
        }
        return read;
    }

    String choice(String field, Set<String> among) {
        if (!among.contains(raw(field))) {
            wrong(field, "choice");
        }
        return raw(field);
    }

    boolean ticked(String field) {
        return !raw(field).isEmpty();
    }

    int number(String field, int least, int most) {
        return TypedNumber.count(raw(field))
                .filter(it -> it >= least && it <= most)
                .orElseGet(
                        () -> {
                            wrong(field, "number", least, most);
                            return least;
                        });
    }

    /** Nothing typed is 0. */
    int optional(String field, int most) {
        return raw(field).isBlank() ? 0 : number(field, 1, most);
    }

    Money sum(String field, long least) {
        return TypedNumber.sum(raw(field))
                .filter(it -> it.yen() >= least && it.yen() <= MOST_YEN)
                .orElseGet(
                        () -> {
                            wrong(field, "sum", least, MOST_YEN);
                            return Money.yen(Math.max(1, least));
                        });
    }

    /** Today or later: what was said of days before stays. */
    LocalDate day(String field, LocalDate today) {
        try {
            LocalDate read = LocalDate.parse(Typed.code(raw(field)).replace('/', '-'));
            if (read.isBefore(today) || read.isAfter(today.plusYears(2))) {
                wrong(field, "day.far");
            }
            return read;
        } catch (DateTimeException noDay) {
            wrong(field, "day");
            return today;
        }
    }
}
