package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.impact.Samples.RICE;
import static org.lfnkr.zabuton.impact.Samples.takings;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Random;

class ProceedsTests {

    @Test
    void makesTenKilogramsOfRiceOutOfACushion() {
        Takings cushion = takings(3_200, 0, 0, 290, 826, 0);

        Proceeds proceeds = Proceeds.of(cushion, yen(116));

        assertThat(proceeds.profit()).isEqualTo(yen(1_968));
        assertThat(UnitsFunded.of(proceeds.profit(), RICE))
                .isEqualTo(new UnitsFunded(10, yen(168), yen(12)));
    }

    @Test
    void payTheCarrierFromTheSale() {
        Proceeds subsidised = Proceeds.of(takings(3_200, 0, 0, 290, 826, 700), yen(116));

        assertThat(subsidised.shipping()).isEqualTo(yen(700));
        assertThat(subsidised.profit()).isEqualTo(yen(1_268));
    }

    @Test
    void neverHaveAProfitBelowZero() {
        Proceeds loss = Proceeds.of(takings(1_000, 0, 500, 91, 2_000, 700), yen(54));

        assertThat(loss.profit()).isEqualTo(Money.ZERO);
        assertThat(loss.costs()).isEqualTo(yen(173));
    }

    @Test
    void keepTheGiftOutOfALossOnTheSale() {
        Proceeds loss = Proceeds.of(takings(1_000, 0, 500, 91, 2_000, 700), yen(54));

        assertThat(loss.giftFee()).isEqualTo(yen(18));
        assertThat(loss.gift()).isEqualTo(yen(482));
    }

    @Test
    void chargeTheWholeFeeToAGiftThatComesAlone() {
        Proceeds gift = Proceeds.of(takings(0, 0, 1_000, 0, 0, 0), yen(36));

        assertThat(gift.gift()).isEqualTo(yen(964));
        assertThat(gift.fee()).isEqualTo(yen(36));
    }

    /** 3.96 % of 7,320 are 290, of which 520 bear 20 and 6,800 bear 270. */
    @Test
    void letTheCoverPayTheFeeOnTheGiftAndNothingElse() {
        Takings covered =
                new Takings(
                        yen(6_400),
                        yen(400),
                        yen(500),
                        yen(20),
                        yen(618),
                        yen(1_652),
                        yen(400),
                        Uncosted.NONE);
        Proceeds proceeds = Proceeds.of(covered, yen(290));

        assertThat(proceeds.gift()).isEqualTo(yen(500));
        assertThat(proceeds.giftFee()).isEqualTo(yen(20));
        assertThat(proceeds.profit())
                .isEqualTo(Proceeds.of(takings(6_400, 400, 0, 618, 1_652, 400), yen(270)).profit());
    }

    /** A piece without a cost sheet, before and after it is sold together with a cushion. */
    @Test
    void sayNothingOfGoodsWhoseCostsNobodyHasWorkedOut() {
        Uncosted walnut = new Uncosted(yen(4_800), Money.ZERO, yen(436), Money.ZERO);
        Takings alone =
                new Takings(
                        yen(4_800),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        yen(436),
                        Money.ZERO,
                        yen(570),
                        walnut);
        Takings both =
                new Takings(
                        yen(8_000),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        yen(726),
                        yen(826),
                        Money.ZERO,
                        walnut);

        assertThat(alone.isKnown()).isFalse();
        assertThat(Proceeds.of(alone, yen(191)).profit()).isEqualTo(Money.ZERO);
        assertThat(Proceeds.of(both, yen(290)).profit()).isEqualTo(yen(1_968));
    }

    /**
     * Whatever an uncosted piece does to shipping, the others fund what they would fund alone. Only
     * below ¥120 a fee may grow faster than the sum, because no convenience store takes less.
     */
    @Test
    void areNeverLessForAPieceThatNothingIsKnownOf() {
        Random random = new Random(7);
        FeeEstimate fees = FeeEstimate.ofListPrices();
        for (int round = 0; round < 20_000; round++) {
            Takings alone = Samples.anyTakings(random);
            Takings both = Samples.with(alone, Samples.anyUncosted(alone, random));

            Proceeds before = Proceeds.of(alone, fees.of(alone.total()));
            Proceeds after = Proceeds.of(both, fees.of(both.total()));

            assertThat(after.total()).as("%s", both).isEqualTo(both.total());
            if (alone.total().compareTo(yen(120)) >= 0
                    && both.sale().compareTo(before.profit()) >= 0) {
                assertThat(after.profit()).as("%s", both).isGreaterThanOrEqualTo(before.profit());
            }
        }
    }

    @Test
    void areNothingOfNothing() {
        assertThat(Proceeds.of(takings(0, 0, 0, 0, 0, 0), Money.ZERO).total())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void refuseANegativeFee() {
        assertThatThrownBy(() -> Proceeds.of(takings(100, 0, 0, 0, 0, 0), yen(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void conserveEveryYenWhateverIsPaid() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 20_000; round++) {
            Takings takings = Samples.anyTakings(random);
            Proceeds proceeds = Proceeds.of(takings, yen(random.nextLong(5_000)));

            assertThat(proceeds.total()).as("%s", takings).isEqualTo(takings.total());
            assertThat(new Money[] {proceeds.profit(), proceeds.gift(), proceeds.costs()})
                    .noneMatch(Money::isNegative);
        }
    }

    @Test
    void nameThePartsThatAreNotZero() {
        Proceeds cushion = Proceeds.of(takings(3_200, 0, 0, 290, 826, 0), yen(116));

        assertThat(cushion.parts())
                .containsExactly(
                        new Proceeds.Part("profit", yen(1_968)),
                        new Proceeds.Part("costs", yen(826)),
                        new Proceeds.Part("tax", yen(290)),
                        new Proceeds.Part("fee", yen(116)));
    }
}
