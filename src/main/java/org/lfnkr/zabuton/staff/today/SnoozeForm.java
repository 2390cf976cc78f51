package org.lfnkr.zabuton.staff.today;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** For how long a warning is put off, and why. */
record SnoozeForm(String reason, String days) {

    static final List<Integer> DAYS = List.of(1, 3, 7, 30);

    private static final int LONGEST = 200;

    SnoozeForm(@Nullable String reason, @Nullable String days) {
        this.reason = Typed.line(Objects.requireNonNullElse(reason, ""));
        this.days =
                DAYS.stream()
                        .map(Object::toString)
                        .filter(known -> known.equals(days))
                        .findFirst()
                        .orElse(DAYS.getFirst().toString());
    }

    static SnoozeForm fresh() {
        return new SnoozeForm(null, null);
    }

    Duration time() {
        return Duration.ofDays(Long.parseLong(days));
    }

    /** What is wrong with it; nothing where it can be done. */
    List<Problem> problems() {
        if (reason.isEmpty()) {
            return List.of(Problem.of("reason", "staff.snooze.reason.missing"));
        }
        return Typed.length(reason) > LONGEST
                ? List.of(Problem.of("reason", "staff.snooze.reason.long", LONGEST))
                : List.of();
    }

    Form shown(List<Problem> problems) {
        return new Form(Map.of("reason", reason, "days", days), problems);
    }
}
