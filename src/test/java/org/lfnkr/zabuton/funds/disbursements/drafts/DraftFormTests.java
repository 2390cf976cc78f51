package org.lfnkr.zabuton.funds.disbursements.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.funds.disbursements.PayeeKind;
import org.lfnkr.zabuton.funds.disbursements.Plan;
import org.lfnkr.zabuton.funds.disbursements.Purpose;
import org.lfnkr.zabuton.funds.disbursements.Way;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class DraftFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static final Choices CHOICES =
            new Choices(
                    List.of(
                            new PayingFund(Fund.FOOD, new Bilingual("Food", "食料"), true),
                            new PayingFund(
                                    Fund.FOSTER_CHILDREN, new Bilingual("Children", "里子"), true),
                            new PayingFund(
                                    Fund.OPERATIONS, new Bilingual("Operations", "運営"), false)),
                    List.of(
                            new Outcome(
                                    "rice", new Bilingual("rice", "お米"), "kilogram", Fund.FOOD)));

    private static final Map<String, String> RICE =
            Map.of(
                    "fund", "FOOD",
                    "purpose", "food",
                    "outcome", "rice",
                    "units", "１０",
                    "payee", "shop",
                    "yen", "¥4,000",
                    "fee", "440",
                    "way", "home",
                    "payOn", "2026-12-01");

    @Test
    void readsRice() {
        DraftForm form = sent(Map.of());

        assertThat(form.problems()).isEmpty();
        assertThat(form.foreign()).isEmpty();
        assertThat(form.plan())
                .isEqualTo(
                        new Plan(
                                Fund.FOOD,
                                PayeeKind.SHOP,
                                Purpose.FOOD,
                                "rice",
                                10L,
                                Money.yen(4_000),
                                Money.yen(440),
                                Way.HOME,
                                LocalDate.of(2026, 12, 1)));
    }

    @Test
    void costsNoFeeWhereNoneIsSaid() {
        assertThat(sent(Map.of("fee", "")).plan().fee()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "fund, NOBODYS, disbursements.fund.missing",
        "fund, FOSTER_CHILDREN, disbursements.outcome.other",
        "purpose, '', disbursements.purpose.missing",
        "purpose, administration, disbursements.purpose.restricted",
        "outcome, gold, disbursements.outcome.missing",
        "outcome, '', disbursements.outcome.missing",
        "units, 0, disbursements.units.missing",
        "units, 1.5, disbursements.units.missing",
        "units, 1000001, disbursements.units.missing",
        "units, 1000000000000000000, disbursements.units.missing",
        "payee, Suzuki, disbursements.payee.missing",
        "yen, 4000.00, disbursements.yen.missing",
        "yen, 0, disbursements.yen.missing",
        "fee, -1, disbursements.fee.missing",
        "fee, '100,001', disbursements.fee.missing",
        "way, '', disbursements.way.missing",
        "payOn, tomorrow, disbursements.payOn.missing",
        "payOn, 2027-11-29, disbursements.payOn.far",
        "payOn, 2025-11-27, disbursements.payOn.far"
    })
    void refusesBesideTheField(String field, String typed, String complaint) {
        assertThat(sent(Map.of(field, typed)).problems())
                .extracting(Problem::key)
                .contains(complaint);
    }

    @Test
    void keepsWhatWasTyped() {
        DraftForm form = sent(Map.of("yen", "four"));

        assertThat(form.form().value("yen")).isEqualTo("four");
        assertThat(form.form().value("units")).isEqualTo("１０");
    }

    @Test
    void buysNothingThatIsCountedInNoUnits() {
        DraftForm form = sent(Map.of("outcome", "", "units", ""));

        assertThat(form.problems()).isEmpty();
        assertThat(form.plan().outcome()).isNull();
        assertThat(form.plan().units()).isNull();
    }

    @Test
    void readsAnotherCurrency() {
        DraftForm form =
                sent(Map.of("currency", "usd", "amount", "25.00", "rate", "160", "source", "bank"));

        assertThat(form.problems()).isEmpty();
        assertThat(form.foreign().orElseThrow().figures()).isEqualTo("USD 25.00");
    }

    @ParameterizedTest
    @CsvSource({
        "currency, JPY, disbursements.currency.missing",
        "currency, XYZ, disbursements.currency.missing",
        "amount, '', disbursements.amount.missing",
        "amount, '25,0', disbursements.amount.missing",
        "rate, 0, disbursements.rate.missing",
        "rate, 1000000, disbursements.rate.missing",
        "rate, 150, disbursements.rate.other",
        "source, '', disbursements.source.missing"
    })
    void asksForAllOfAnotherCurrency(String field, String typed, String complaint) {
        Map<String, String> foreign =
                new HashMap<>(
                        Map.of("currency", "USD", "amount", "25", "rate", "160", "source", "bank"));
        foreign.put(field, typed);

        assertThat(sent(foreign).problems()).extracting(Problem::key).containsExactly(complaint);
    }

    private static DraftForm sent(Map<String, String> other) {
        Map<String, String> typed = new HashMap<>(RICE);
        typed.putAll(other);
        return DraftForm.sent(typed, CHOICES, TODAY);
    }
}
