package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Random;
import java.util.stream.LongStream;

class FeeEstimateTests {

    private static final FeeEstimate LIST = FeeEstimate.ofListPrices();

    /** 3.6 % and a tenth of it. */
    @Test
    void isThatOfACardThatConsumptionTaxIsAddedTo() {
        assertThat(LIST.of(yen(10_000))).isEqualTo(yen(396));
        assertThat(LIST.of(yen(3_800))).isEqualTo(yen(151));
    }

    /** ¥120 and a tenth of it. */
    @Test
    void isAtLeastWhatAConvenienceStoreCosts() {
        assertThat(LIST.of(yen(500))).isEqualTo(yen(132));
        assertThat(LIST.of(yen(3_333))).isEqualTo(yen(132));
        assertThat(LIST.of(yen(3_334))).isEqualTo(yen(133));
    }

    @Test
    void isNothingOfNothing() {
        assertThat(LIST.of(Money.ZERO)).isEqualTo(Money.ZERO);
        assertThat(LIST.toCover(Money.ZERO)).isEqualTo(Money.ZERO);
    }

    /** No convenience store takes what repeats, but Billing has its part: 4.3 % and a tenth. */
    @Test
    void countsBillingWhereAChargeRepeats() {
        assertThat(LIST.ofRegular(yen(500))).isEqualTo(yen(24));
        assertThat(LIST.ofRegular(yen(10_000))).isEqualTo(yen(473));
        assertThat(LIST.ofBilling(yen(10_000))).isEqualTo(yen(77));
    }

    @Test
    void isThatOfTheDearestMeans() {
        FeeEstimate foreign = new FeeEstimate(360, 500, 360, 120, 70, 0);

        assertThat(foreign.of(yen(10_000))).isEqualTo(yen(500));
        assertThat(foreign.ofRegular(yen(10_000))).isEqualTo(yen(570));
    }

    /** What Stripe really takes, by any means that is on offer, never exceeds it. */
    @Test
    void holdsForEveryMeans() {
        LongStream.range(120, 40_000)
                .forEach(
                        payment -> {
                            double card = payment * 0.036;
                            double konbini = Math.max(120, card);
                            assertThat((double) LIST.of(yen(payment)).yen())
                                    .isGreaterThanOrEqualTo(Math.round(card))
                                    .isGreaterThanOrEqualTo(konbini * 1.0999999);
                        });
    }

    /** 3.96 % of 7,320 are 290; 132 of 1,922 is the least that a store takes. */
    @Test
    void coversTheShareThatAGiftBearsBesideSomethingElse() {
        assertThat(LIST.toCover(yen(500), yen(6_800))).isEqualTo(yen(20));
        assertThat(LIST.toCover(yen(300), yen(1_600))).isEqualTo(yen(22));
        assertThat(LIST.toCover(yen(10), yen(6_800))).isEqualTo(Money.ZERO);
        assertThat(LIST.toCover(Money.ZERO, yen(6_800))).isEqualTo(Money.ZERO);
    }

    @Test
    void coversAGiftAloneAsWhereNothingElseCanBePaid() {
        LongStream.range(120, 20_000)
                .mapToObj(Money::yen)
                .forEach(
                        gift ->
                                assertThat(LIST.toCover(gift, Money.ZERO))
                                        .isEqualTo(LIST.toCover(gift)));
    }

    /** The least sum with which all of the gift arrives, whatever is paid beside it. */
    @Test
    void coversToTheYenWhateverIsPaidBeside() {
        Random random = new Random(210);
        for (int round = 0; round < 20_000; round++) {
            Money gift = yen(1 + random.nextLong(1L << (1 + random.nextInt(20))));
            Money beside = yen(100 + random.nextLong(1L << (1 + random.nextInt(20))));
            Money cover = LIST.toCover(gift, beside);

            assertThat(arriving(gift, cover, beside)).isEqualTo(gift);
            if (cover.isPositive()) {
                assertThat(arriving(gift, cover.minus(yen(1)), beside)).isLessThan(gift);
            }
        }
    }

    private static Money arriving(Money gift, Money cover, Money beside) {
        Takings takings =
                new Takings(
                        beside,
                        Money.ZERO,
                        gift,
                        cover,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Uncosted.NONE);
        return Proceeds.of(takings, LIST.of(takings.total())).gift();
    }

    @Test
    void refusesAFeeThatTakesAll() {
        assertThatThrownBy(() -> new FeeEstimate(9_900, 360, 360, 120, 70, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FeeEstimate(-1, 360, 360, 120, 70, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNothingWhereNothingIsTaken() {
        assertThat(new FeeEstimate(0, 0, 0, 0, 0, 0).of(yen(1_000))).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesAFeeThatTakesAllByAFractionOrTogetherWithBilling() {
        assertThatThrownBy(() -> new FeeEstimate(10_000, 0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FeeEstimate(9_000, 0, 0, 0, 1_000, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new FeeEstimate(9_000, 0, 0, 0, 999, 0).of(yen(10_000))).isEqualTo(yen(9_000));
    }
}
