package org.lfnkr.zabuton.funds.targets;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.SentOnce;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
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

/** Reads a target that was typed: all of it, or what is missing. Pure. */
final class TargetForm {

    /** What is wished of the fund, as the form and messages know it. */
    static final List<String> KINDS = List.of("target", "closed", "end");

    private static final Money MOST = Money.yen(9_999_999_999L);
    private static final int LONGEST = 400;

    private final Map<String, String> typed;
    private final List<FundTarget> known;
    private final List<Problem> problems = new ArrayList<>();

    private TargetForm(Map<String, String> typed, List<FundTarget> known) {
        this.typed = typed;
        this.known = known;
    }

    /**
     * @param known all versions
     */
    static TargetWish read(Map<String, String> typed, List<FundTarget> known, LocalDate today) {
        return new TargetForm(typed, known).read(today);
    }

    private TargetWish read(LocalDate today) {
        Fund fund = fund("fund").filter(it -> !it.equals(Fund.GENERAL)).orElse(null);
        refuse(fund == null, "fund", "targets.wrong.fund");
        String kind = value("kind");
        refuse(!KINDS.contains(kind), "kind", "targets.wrong.kind");
        LocalDate from = from(today);
        FundTarget.Need need = kind.equals("target") ? need(from) : null;
        Fund instead = kind.equals("end") ? null : instead(fund, today);
        Bilingual reason = reason();
        return problems.isEmpty() && fund != null && from != null && reason != null
                ? anew(
                        new FundTarget(
                                SentOnce.id(typed),
                                fund,
                                from,
                                need,
                                kind.equals("closed"),
                                instead,
                                reason))
                : new TargetWish.Lacking(new Form(typed, problems));
    }

    private TargetWish anew(FundTarget target) {
        refuse(Standing.isSaid(target, known), "from", "targets.wrong.same");
        return problems.isEmpty()
                ? new TargetWish.Whole(target)
                : new TargetWish.Lacking(new Form(typed, problems));
    }

    private @Nullable LocalDate from(LocalDate today) {
        Optional<LocalDate> day = TypedDay.of(value("from"));
        refuse(day.isEmpty(), "from", "targets.wrong.day");
        refuse(day.filter(it -> !it.isAfter(today)).isPresent(), "from", "targets.wrong.day.past");
        return day.orElse(null);
    }

    /** Where nothing is typed, what comes from the first day on counts. */
    private FundTarget.@Nullable Need need(@Nullable LocalDate from) {
        Optional<Money> yen =
                TypedNumber.sum(value("yen"))
                        .filter(sum -> sum.isPositive() && sum.compareTo(MOST) <= 0);
        refuse(yen.isEmpty(), "yen", "targets.wrong.yen");
        Optional<LocalDate> since =
                value("since").isBlank() ? Optional.ofNullable(from) : TypedDay.of(value("since"));
        refuse(
                from != null && since.filter(it -> !it.isAfter(from)).isEmpty(),
                "since",
                "targets.wrong.since");
        return yen.isEmpty() || since.isEmpty()
                ? null
                : new FundTarget.Need(yen.get(), since.get());
    }

    private @Nullable Fund instead(@Nullable Fund fund, LocalDate today) {
        Fund instead = fund("instead").orElse(null);
        refuse(instead == null || instead.equals(fund), "instead", "targets.wrong.instead");
        refuse(
                fund != null && instead != null && isChain(fund, instead, known, today),
                "instead",
                "targets.wrong.chain");
        return instead;
    }

    /** Whether one fund would send on to another what it is sent itself. */
    static boolean isChain(Fund fund, Fund instead, List<FundTarget> known, LocalDate today) {
        return Standing.live(known, today).stream()
                .filter(it -> !it.isEnd())
                .anyMatch(it -> it.fund().equals(instead) || fund.equals(it.instead()));
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

    /** Those that gifts can be given for. */
    private Optional<Fund> fund(String field) {
        return Cause.of(value(field)).map(Cause::fund);
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
