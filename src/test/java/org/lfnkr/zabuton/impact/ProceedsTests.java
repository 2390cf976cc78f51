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

    private static final FeeEstimate FEE = new FeeEstimate(360);

    @Test
    void makesTenKilogramsOfRiceOutOfACushion() {
        Takings cushion = takings(3_200, 0, 0, 290, 826, 0);

        Proceeds proceeds = Proceeds.of(cushion, FEE.of(cushion.total()));

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
}
