package org.lfnkr.zabuton.funds.ripening;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.spending.Ripening;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how long money is to wait: all of it, or what is missing. Pure. */
final class RipeningForm {

    private static final int LONGEST = 400;

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    private RipeningForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /**
     * @param known all versions
     */
    static RipeningWish read(Map<String, String> typed, List<Ripening> known, LocalDate today) {
        return new RipeningForm(typed).read(known, today);
    }

    private RipeningWish read(List<Ripening> known, LocalDate today) {
        String means = value("means");
        refuse(!Ripening.MEANS.contains(means), "means", "ripening.wrong.means");
        Optional<Integer> days = TypedNumber.count(value("days")).filter(it -> it <= Ripening.MOST);
        refuse(days.isEmpty(), "days", "ripening.wrong.days");
        LocalDate from = from(today);
        Bilingual reason = reason();
        return problems.isEmpty() && from != null && reason != null
                ? anew(
                        new Ripening(SentOnce.id(typed), means, days.orElseThrow(), from, reason),
                        known)
                : new RipeningWish.Lacking(new Form(typed, problems));
    }

    private RipeningWish anew(Ripening ripening, List<Ripening> known) {
        refuse(ripening.isSaid(known), "from", "ripening.wrong.same");
        return problems.isEmpty()
                ? new RipeningWish.Whole(ripening)
                : new RipeningWish.Lacking(new Form(typed, problems));
    }

    private @Nullable LocalDate from(LocalDate today) {
        Optional<LocalDate> day = TypedDay.of(value("from"));
        refuse(day.filter(it -> it.isAfter(today)).isEmpty(), "from", "ripening.wrong.day");
        return day.orElse(null);
    }

    private @Nullable Bilingual reason() {
        String english = line("reasonEn");
        String japanese = line("reasonJa");
        return english.isEmpty() || japanese.isEmpty() ? null : new Bilingual(english, japanese);
    }

    private String line(String field) {
        String said = Typed.line(value(field));
        refuse(said.isEmpty(), field, "policies.wrong.reason");
        if (Typed.length(said) > LONGEST) {
            problems.add(Problem.of(field, "policies.wrong.reason.long", LONGEST));
        }
        return said;
    }

    private void refuse(boolean wrong, String field, String key) {
        if (wrong) {
            problems.add(Problem.of(field, key));
        }
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
