package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a policy that was typed: all of it, or what is missing. */
final class PolicyForm {

    private static final int WHOLE = 10_000;

    private final Map<String, String> typed;
    private final List<Fund> funds;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyForm(Map<String, String> typed, List<Fund> funds) {
        this.typed = typed;
        this.funds = funds;
    }

    /**
     * @param taken days on which another version begins
     */
    static PolicyWish read(
            Map<String, String> typed, List<Fund> funds, LocalDate today, Set<LocalDate> taken) {
        return new PolicyForm(typed, funds).read(today, taken);
    }

    private PolicyWish read(LocalDate today, Set<LocalDate> taken) {
        Optional<LocalDate> from = day(today, taken);
        Optional<Shares> profit = shares("profit");
        Optional<Shares> gift = shares("gift");
        Optional<Bilingual> reason = ReasonForm.read(typed, problems);
        return problems.isEmpty()
                ? new PolicyWish.Whole(
                        new PolicyDraft(
                                SentOnce.id(typed),
                                from.orElseThrow(),
                                profit.orElseThrow(),
                                gift.orElseThrow(),
                                reason.orElseThrow(),
                                null))
                : new PolicyWish.Lacking(new Form(typed, problems));
    }

    private Optional<LocalDate> day(LocalDate today, Set<LocalDate> taken) {
        Optional<LocalDate> day = TypedDay.of(typed.getOrDefault("from", ""));
        if (day.isEmpty()) {
            problems.add(Problem.of("from", "policies.wrong.day"));
        } else if (!day.get().isAfter(today)) {
            problems.add(Problem.of("from", "policies.wrong.day.past"));
        } else if (taken.contains(day.get())) {
            problems.add(Problem.of("from", "policies.wrong.day.taken"));
        }
        return day;
    }

    private Optional<Shares> shares(String stream) {
        Map<Fund, Integer> parts = new TreeMap<>();
        int before = problems.size();
        funds.forEach(fund -> part(field(stream, fund)).ifPresent(it -> parts.put(fund, it)));
        if (problems.size() > before) {
            return Optional.empty();
        }
        int sum = parts.values().stream().mapToInt(part -> part).sum();
        if (sum != WHOLE) {
            problems.add(
                    Problem.of(
                            stream,
                            "policies.wrong." + stream + (sum < WHOLE ? ".less" : ".more"),
                            sum,
                            Math.abs(WHOLE - sum)));
            return Optional.empty();
        }
        return Optional.of(new Shares(parts));
    }

    /** Nothing typed is no share. */
    private Optional<Integer> part(String field) {
        String raw = typed.getOrDefault(field, "");
        Optional<Integer> read = raw.isBlank() ? Optional.of(0) : TypedNumber.count(raw);
        if (read.filter(part -> part <= WHOLE).isEmpty()) {
            problems.add(Problem.of(field, "policies.wrong.part"));
        }
        return read.filter(part -> part > 0 && part <= WHOLE);
    }

    /** The name of a field. */
    static String field(String stream, Fund fund) {
        return stream + "-" + fund.code();
    }

    /** What the form shows at first: the shares that are in force. */
    static Form of(Shares profit, Shares gift) {
        Map<String, String> values = new TreeMap<>();
        profit.parts().forEach((fund, part) -> values.put(field("profit", fund), part.toString()));
        gift.parts().forEach((fund, part) -> values.put(field("gift", fund), part.toString()));
        return Form.filled(values);
    }
}
