package org.lfnkr.zabuton.giving.raises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.UUID;

class RaiseRuleTests {

    @Test
    void asksForWhatMakesAsMuchPossibleInFullHundreds() {
        assertThat(RaiseRule.suggested(Money.yen(3_000), price(400, 1), price(420, 1)))
                .contains(Money.yen(3_200));
        assertThat(RaiseRule.suggested(Money.yen(4_000), price(400, 1), price(4_200, 10)))
                .contains(Money.yen(4_200));
    }

    @Test
    void asksForNothingWhereThePriceHasNotRisen() {
        assertThat(RaiseRule.suggested(Money.yen(3_000), price(400, 1), price(400, 1))).isEmpty();
        assertThat(RaiseRule.suggested(Money.yen(3_000), price(400, 1), price(800, 2))).isEmpty();
        assertThat(RaiseRule.suggested(Money.yen(3_000), price(400, 1), price(399, 1))).isEmpty();
    }

    @Test
    void asksForNoMoreThanCanBeGiven() {
        assertThat(RaiseRule.suggested(Money.yen(1_000_000), price(400, 1), price(401, 1)))
                .isEmpty();
    }

    private static OutcomePrice price(long yen, long units) {
        return new OutcomePrice(
                UUID.randomUUID(),
                "rice",
                new Bilingual("rice", "米"),
                "kilogram",
                Fund.FOOD,
                yen,
                units,
                LocalDate.of(2026, 4, 1),
                null,
                "test");
    }
}
