package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.impact.Samples.RICE;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.Random;
import java.util.UUID;

class UnitsFundedTests {

    @Test
    void areRoundedDownOnceOnTheTotal() {
        Money twice = yen(270).times(2);

        assertThat(UnitsFunded.of(yen(270), RICE).units()).isEqualTo(1);
        assertThat(UnitsFunded.of(twice, RICE).units()).isEqualTo(3);
    }

    @Test
    void sayWhatTheNextUnitLacks() {
        assertThat(UnitsFunded.of(yen(3_768), RICE))
                .isEqualTo(new UnitsFunded(20, yen(168), yen(12)));
    }

    @Test
    void areNothingForNothing() {
        assertThat(UnitsFunded.of(yen(-500), RICE))
                .isEqualTo(new UnitsFunded(0, Money.ZERO, yen(180)));
    }

    @Test
    void neverCostMoreThanThereIs() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            OutcomePrice price =
                    Samples.price(
                            UUID.randomUUID(), random.nextLong(1, 90_000), random.nextLong(1, 200));
            Money money = yen(random.nextLong(1L << random.nextInt(1, 27)));

            UnitsFunded funded = UnitsFunded.of(money, price);

            assertThat(funded.units() * price.yen())
                    .isLessThanOrEqualTo(money.yen() * price.units());
            assertThat(funded.remainder().isNegative()).isFalse();
            assertThat(UnitsFunded.of(money.plus(funded.toNext()), price).units())
                    .isGreaterThan(funded.units());
            assertThat(UnitsFunded.of(money.plus(funded.toNext()).minus(yen(1)), price).units())
                    .isEqualTo(funded.units());
        }
    }

    @Test
    void neverAddUpToMoreThanAllTheMoneyCovers() {
        Random random = new Random(9);
        for (int round = 0; round < 1_000; round++) {
            OutcomePrice price =
                    Samples.price(
                            UUID.randomUUID(), random.nextLong(1, 90_000), random.nextLong(1, 200));
            List<Money> orders = random.longs(20, 0, 50_000).mapToObj(Money::yen).toList();

            long stated =
                    orders.stream().mapToLong(order -> UnitsFunded.of(order, price).units()).sum();

            Money all = orders.stream().reduce(Money.ZERO, Money::plus);
            assertThat(stated).isLessThanOrEqualTo(UnitsFunded.of(all, price).units());
        }
    }
}
