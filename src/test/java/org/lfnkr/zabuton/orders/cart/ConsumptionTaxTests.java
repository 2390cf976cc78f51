package org.lfnkr.zabuton.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Random;
import java.util.stream.Stream;

class ConsumptionTaxTests {

    private record Thing(int taxPercent, Money total) implements ConsumptionTax.Taxable {}

    @Test
    void isRoundedDownOnceOnTheSumOfARate() {
        Stream<Thing> lines = Stream.of(thing(10, 15), thing(10, 15), thing(8, 107), thing(8, 109));

        ConsumptionTax tax = ConsumptionTax.of(lines, Money.yen(600));

        assertThat(tax.at(10)).isEqualTo(Money.yen(630 * 10 / 110));
        assertThat(tax.at(8)).isEqualTo(Money.yen(216 * 8 / 108));
        assertThat(tax.total()).isEqualTo(Money.yen(57 + 16));
    }

    @Test
    void theTotalsOfTheRatesAreTheChargeToTheYen() {
        Random random = new Random(20261122);
        for (int run = 0; run < 1000; run++) {
            Stream<Thing> lines =
                    random.ints(5, 1, 100_000).mapToObj(yen -> thing(yen % 2 == 0 ? 8 : 10, yen));
            Thing[] all = lines.toArray(Thing[]::new);
            Money shipping = Money.yen(random.nextInt(2000));

            Money charged =
                    ConsumptionTax.of(Stream.of(all), shipping).totals().values().stream()
                            .reduce(Money.ZERO, Money::plus);

            Money goods = Stream.of(all).map(Thing::total).reduce(Money.ZERO, Money::plus);
            assertThat(charged).isEqualTo(goods.plus(shipping));
        }
    }

    private static Thing thing(int percent, long yen) {
        return new Thing(percent, Money.yen(yen));
    }
}
