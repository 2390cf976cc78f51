package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.impact.Outcome;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a price or an end that was typed, and remembers what is wrong with it. */
final class PriceForm {

    private static final long MOST_YEN = 9_999_999;
    private static final long MOST_UNITS = 100_000;
    private static final int LONGEST = 200;

    private final Map<String, String> typed;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    PriceForm(Map<String, String> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Empty where something is wrong. */
    Optional<PriceWish> price(Outcome outcome) {
        Optional<Long> yen = number("yen", MOST_YEN);
        Optional<Long> units = number("units", MOST_UNITS);
        Optional<LocalDate> from = first("from", today.plusDays(1));
        Optional<LocalDate> on = day("on");
        Optional<LocalDate> until = day("until");
        String ground = ground("ground");
        on.filter(day -> day.isAfter(from.orElse(day)) || day.isAfter(today))
                .ifPresent(day -> wrong("on", "on.late"));
        until.filter(day -> day.isBefore(from.orElse(day)))
                .ifPresent(day -> wrong("until", "until.early"));
        return problems.isEmpty()
                ? Optional.of(
                        new PriceWish(
                                SentOnce.id(typed),
                                outcome,
                                yen.orElseThrow(),
                                units.orElseThrow(),
                                from.orElseThrow(),
                                on.orElseThrow(),
                                until.orElseThrow(),
                                ground))
                : Optional.empty();
    }

    /** Empty where something is wrong. */
    Optional<PriceVersion> end(Outcome outcome) {
        Optional<LocalDate> from = first("endFrom", today);
        String why = ground("endWhy");
        return problems.isEmpty()
                ? Optional.of(
                        new PriceVersion(
                                SentOnce.id(typed), outcome, from.orElseThrow(), null, why, null))
                : Optional.empty();
    }

    private Optional<Long> number(String field, long most) {
        Optional<Long> read =
                TypedNumber.sum(raw(field)).map(it -> it.yen()).filter(it -> it > 0 && it <= most);
        if (read.isEmpty()) {
            wrong(field, "number", most);
        }
        return read;
    }

    private Optional<LocalDate> first(String field, LocalDate earliest) {
        Optional<LocalDate> day = day(field);
        day.filter(it -> it.isBefore(earliest)).ifPresent(it -> wrong(field, "past"));
        return day;
    }

    private Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = TypedDay.of(raw(field));
        if (day.isEmpty()) {
            wrong(field, "day");
        }
        return day;
    }

    private String ground(String field) {
        String said = Typed.line(raw(field));
        if (said.isEmpty()) {
            wrong(field, "ground");
        } else if (Typed.length(said) > LONGEST) {
            wrong(field, "ground.long", LONGEST);
        }
        return said;
    }

    private String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    private void wrong(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, "claims.wrong." + key, arguments));
    }
}
