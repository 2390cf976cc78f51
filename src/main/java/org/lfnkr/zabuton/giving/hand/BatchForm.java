package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody reads off a paper before its gifts are noted.
 *
 * @param problems in the order of the page; none where everything was understood
 */
record BatchForm(Map<String, String> typed, List<Problem> problems) {

    private static final int MOST_GIFTS = 500;
    private static final Money MOST_YEN = Money.yen(99_999_999_999L);

    BatchForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static BatchForm fresh(Instant now) {
        return new BatchForm(Map.of("day", BusinessDate.of(now).toString()), List.of());
    }

    static BatchForm sent(Map<String, String> typed, Instant now) {
        BatchForm form = new BatchForm(typed, List.of());
        return new BatchForm(typed, form.complaints(BusinessDate.of(now)));
    }

    BatchForm with(Problem problem) {
        return new BatchForm(typed, List.of(problem));
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    /** Whether somebody said that it is another of the same day, number and sum. */
    boolean another() {
        return typed.containsKey("another");
    }

    /** Only where nothing is wrong. */
    Batch batch(int copy, Instant now) {
        return new Batch(
                UUID.randomUUID(),
                day().orElseThrow(),
                gifts().orElseThrow(),
                total().orElseThrow(),
                copy,
                Batch.State.OPEN,
                now,
                null,
                0,
                Money.ZERO);
    }

    Form form() {
        return new Form(typed, problems);
    }

    private List<Problem> complaints(LocalDate today) {
        List<Problem> found = new ArrayList<>();
        if (day().isEmpty()) {
            found.add(Problem.of("day", "giving.hand.day.unreadable"));
        } else if (day().get().isAfter(today)) {
            found.add(Problem.of("day", "giving.hand.day.early"));
        }
        if (gifts().isEmpty()) {
            found.add(Problem.of("gifts", "giving.hand.gifts.unreadable", MOST_GIFTS));
        }
        if (total().isEmpty()) {
            found.add(Problem.of("total", "giving.hand.total.unreadable"));
        }
        return found;
    }

    private Optional<LocalDate> day() {
        return TypedDay.of(value("day"));
    }

    private Optional<Integer> gifts() {
        return TypedNumber.count(value("gifts")).filter(it -> it >= 1 && it <= MOST_GIFTS);
    }

    private Optional<Money> total() {
        return TypedNumber.sum(value("total"))
                .filter(it -> it.isPositive() && it.compareTo(MOST_YEN) <= 0);
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
