package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class SharesTests {

    private static final Fund CLOTHING = new Fund("CLOTHING");
    private static final Fund MEDICAL = new Fund("MEDICAL");
    private static final Fund SHELTER = new Fund("SHELTER");
    private static final List<Fund> FUNDS =
            List.of(
                    CLOTHING,
                    Fund.FOOD,
                    Fund.FOSTER_CHILDREN,
                    Fund.GENERAL,
                    MEDICAL,
                    SHELTER,
                    Fund.OPERATIONS);

    @Test
    void goToTheLargestRemainder() {
        Shares shares = new Shares(Map.of(Fund.FOOD, 3_333, MEDICAL, 6_667));

        assertThat(shares.split(yen(100))).isEqualTo(Map.of(Fund.FOOD, yen(33), MEDICAL, yen(67)));
    }

    @Test
    void breakATieInTheOrderOfTheFunds() {
        Shares shares = new Shares(Map.of(SHELTER, 5_000, CLOTHING, 5_000));

        assertThat(shares.split(yen(7))).isEqualTo(Map.of(CLOTHING, yen(4), SHELTER, yen(3)));
    }

    @Test
    void refuseAnythingButTheWhole() {
        assertThatThrownBy(() -> new Shares(Map.of(Fund.FOOD, 9_999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void conserveEveryYen() {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            Money sum = yen(random.nextLong(1L << random.nextInt(1, 27)));

            Collection<Money> split = any(random).split(sum).values();

            assertThat(split.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(sum);
            assertThat(split).noneMatch(Money::isNegative);
        }
    }

    static Shares any(Random random) {
        Map<Fund, Integer> parts = new HashMap<>();
        int left = 10_000;
        for (Fund fund : FUNDS) {
            int part = fund.equals(Fund.OPERATIONS) ? left : random.nextInt(Math.min(left, 4_000));
            left -= part;
            if (part > 0) {
                parts.put(fund, part);
            }
        }
        return new Shares(parts);
    }

    /** Of ¥3 the small share has the larger remainder: 0.9 against 0.1. */
    @Test
    void goToTheLargestRemainderAndNotToTheLargestShare() {
        Shares shares = new Shares(Map.of(Fund.FOOD, 7_000, MEDICAL, 3_000));

        assertThat(shares.split(yen(3))).isEqualTo(Map.of(Fund.FOOD, yen(2), MEDICAL, yen(1)));
    }

    @Test
    void areAboveZero() {
        assertThatThrownBy(() -> new Shares(Map.of(Fund.FOOD, 10_000, MEDICAL, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
