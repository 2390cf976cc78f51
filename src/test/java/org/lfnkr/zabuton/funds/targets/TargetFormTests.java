package org.lfnkr.zabuton.funds.targets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class TargetFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Map<String, String> WHOLE =
            Map.of(
                    "fund", "food",
                    "kind", "target",
                    "from", "2026-12-01",
                    "yen", "２,000,000",
                    "instead", "general",
                    "reasonJa", "理由",
                    "reasonEn", "Reason");

    @Test
    void readsATargetThatCountsFromItsFirstDay() {
        FundTarget target = whole(WHOLE, List.of());

        assertThat(target.fund()).isEqualTo(Fund.FOOD);
        assertThat(target.need())
                .isEqualTo(new FundTarget.Need(Money.yen(2_000_000), LocalDate.of(2026, 12, 1)));
        assertThat(target.instead()).isEqualTo(Fund.GENERAL);
    }

    @Test
    void anEndSendsNothingAnywhere() {
        assertThat(whole(with("kind", "end"), List.of()).isEnd()).isTrue();
        assertThat(whole(with("kind", "closed"), List.of()).need()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "fund, general, targets.wrong.fund",
        "fund, '', targets.wrong.fund",
        "kind, none, targets.wrong.kind",
        "from, 2026-11-28, targets.wrong.day.past",
        "from, tomorrow, targets.wrong.day",
        "yen, 0, targets.wrong.yen",
        "yen, 20.5, targets.wrong.yen",
        "since, 2026-12-02, targets.wrong.since",
        "instead, food, targets.wrong.instead",
        "instead, '', targets.wrong.instead",
        "reasonJa, '', policies.wrong.reason"
    })
    void saysWhatIsWrong(String field, String typed, String key) {
        assertThat(problems(with(field, typed), List.of())).containsExactly(key);
    }

    /** What is sent on once is never sent on twice; what has ended stands in nobody's way. */
    @Test
    void sendsNothingOnTwice() {
        Map<String, String> wish = with("instead", "foster-children");
        FundTarget children = target(Fund.FOSTER_CHILDREN, Fund.GENERAL, 12);
        FundTarget past = target(Fund.FOSTER_CHILDREN, Fund.GENERAL, 1);
        FundTarget ended = target(Fund.FOSTER_CHILDREN, null, 2);

        assertThat(problems(wish, List.of(children))).containsExactly("targets.wrong.chain");
        assertThat(problems(WHOLE, List.of(target(Fund.FOSTER_CHILDREN, Fund.FOOD, 1))))
                .containsExactly("targets.wrong.chain");
        assertThat(problems(wish, List.of(ended, past))).isEmpty();
    }

    /** Of one day the later decision counts, so that what it took away can be said again. */
    @Test
    void saysNothingThatCountsAlready() {
        FundTarget said = whole(WHOLE, List.of());
        FundTarget closed = whole(with("kind", "closed"), List.of(said));

        assertThat(problems(WHOLE, List.of(said))).containsExactly("targets.wrong.same");
        assertThat(problems(with("reasonEn", "Other"), List.of(said)))
                .containsExactly("targets.wrong.same");
        assertThat(problems(with("yen", "1000"), List.of(said))).isEmpty();
        assertThat(problems(with("from", "2026-12-02"), List.of(said))).isEmpty();
        assertThat(problems(WHOLE, List.of(closed, said))).isEmpty();
    }

    private static FundTarget target(
            Fund fund, @org.jspecify.annotations.Nullable Fund instead, int day) {
        LocalDate from = day > 10 ? TODAY.plusDays(day) : LocalDate.of(2026, 11, day);
        return new FundTarget(
                UUID.randomUUID(),
                fund,
                from,
                null,
                instead != null,
                instead,
                new Bilingual("Reason", "理由"));
    }

    private static Map<String, String> with(String field, String typed) {
        Map<String, String> other = new HashMap<>(WHOLE);
        other.put(field, typed);
        return other;
    }

    private static FundTarget whole(Map<String, String> typed, List<FundTarget> known) {
        return ((TargetWish.Whole) TargetForm.read(typed, known, TODAY)).target();
    }

    private static List<String> problems(Map<String, String> typed, List<FundTarget> known) {
        return TargetForm.read(typed, known, TODAY) instanceof TargetWish.Lacking lacking
                ? lacking.form().errors().stream().map(Problem::key).toList()
                : List.of();
    }
}
