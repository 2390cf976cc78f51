package org.lfnkr.zabuton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class PriceFromTests {

    private static final VariantId HAT = new VariantId(UUID.randomUUID());
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final List<PriceFrom> PRICES =
            List.of(
                    new PriceFrom(HAT, DAY.plusDays(10), Money.yen(3000)),
                    new PriceFrom(HAT, DAY, Money.yen(2800)));

    @Test
    void beforeTheFirstDayItsOwnPriceHolds() {
        assertThat(on(DAY.minusDays(1))).isEqualTo(Money.yen(2600));
        assertThat(PriceFrom.on(DAY, List.of(), Money.yen(2600))).isEqualTo(Money.yen(2600));
    }

    @Test
    void eachHoldsFromItsFirstDayUntilTheNextBegins() {
        assertThat(on(DAY)).isEqualTo(Money.yen(2800));
        assertThat(on(DAY.plusDays(9))).isEqualTo(Money.yen(2800));
        assertThat(on(DAY.plusDays(10))).isEqualTo(Money.yen(3000));
        assertThat(on(DAY.plusYears(1))).isEqualTo(Money.yen(3000));
    }

    private static Money on(LocalDate day) {
        return PriceFrom.on(day, PRICES, Money.yen(2600));
    }
}
