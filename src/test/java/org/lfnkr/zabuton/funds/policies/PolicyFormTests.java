package org.lfnkr.zabuton.funds.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class PolicyFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final List<Fund> FUNDS =
            List.of(Fund.FOOD, Fund.FOSTER_CHILDREN, Fund.OPERATIONS);

    @Test
    void readsAWholePolicyInAnyWidth() {
        PolicyDraft draft = draft("profit-FOOD", "７０００", "profit-OPERATIONS", "3000");

        assertThat(draft.ofProfit().parts())
                .isEqualTo(Map.of(Fund.FOOD, 7_000, Fund.OPERATIONS, 3_000));
        assertThat(draft.ofGift().parts()).isEqualTo(Map.of(Fund.FOOD, 10_000));
        assertThat(draft.from()).isEqualTo(TODAY.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"7000,2500,less,9500,500", "9000,1001,more,10001,1", "0,0,less,0,10000"})
    void saysWhatIsMissingOrTooMuch(
            String food, String operations, String how, int sum, int difference) {
        Form form = refused("profit-FOOD", food, "profit-OPERATIONS", operations);

        assertThat(form.errors())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.key()).isEqualTo("policies.wrong.profit." + how);
                            assertThat(problem.field()).isEqualTo("profit");
                            assertThat(problem.arguments()).containsExactly(sum, difference);
                        });
        assertThat(form.value("profit-FOOD")).isEqualTo(food);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000.00", "３０００．００", "3000,50", "-3", "1 2", "1e4", "10001", "七千"})
    void refusesWhatIsNoWholeNumberUpToTenThousand(String typed) {
        Form form = refused("gift-OPERATIONS", typed);

        assertThat(form.errors())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.key()).isEqualTo("policies.wrong.part");
                            assertThat(problem.field()).isEqualTo("gift-OPERATIONS");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28,policies.wrong.day.past",
        "2026-11-01,policies.wrong.day.past",
        "2026-12-24,policies.wrong.day.taken",
        "tomorrow,policies.wrong.day",
        "'',policies.wrong.day"
    })
    void beginsOnAFreeDayToCome(String day, String key) {
        assertThat(key("from", day)).isEqualTo(key);
    }

    @Test
    void needsItsReasonInBothLanguages() {
        assertThat(key("reasonEn", "  ")).isEqualTo("policies.wrong.reason");
        assertThat(key("reasonJa", "")).isEqualTo("policies.wrong.reason");
        assertThat(key("reasonEn", "x".repeat(401))).isEqualTo("policies.wrong.reason.long");
    }

    private static PolicyDraft draft(String... typed) {
        return ((PolicyWish.Whole) read(typed)).draft();
    }

    private static String key(String field, String typed) {
        return Objects.requireNonNull(refused(field, typed).error(field)).key();
    }

    private static Form refused(String... typed) {
        return ((PolicyWish.Lacking) read(typed)).form();
    }

    private static PolicyWish read(String... typed) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "from", "2026-11-29",
                                "profit-FOOD", "10000",
                                "gift-FOOD", "10000",
                                "reasonEn", "Because.",
                                "reasonJa", "理由です。"));
        for (int i = 0; i < typed.length; i += 2) {
            all.put(typed[i], typed[i + 1]);
        }
        return PolicyForm.read(all, FUNDS, TODAY, Set.of(LocalDate.of(2026, 12, 24)));
    }
}
