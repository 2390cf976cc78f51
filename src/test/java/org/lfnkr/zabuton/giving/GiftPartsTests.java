package org.lfnkr.zabuton.giving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.giving.pledges.GiftLimits;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.Money;

import java.util.stream.LongStream;

class GiftPartsTests {

    private static final FeeEstimate FEES = FeeEstimate.ofListPrices();

    @Test
    void addsNothingUnlessAsked() {
        assertThat(GiftParts.of(Money.yen(3000), false, Frequency.ONCE, FEES).total())
                .isEqualTo(Money.yen(3000));
    }

    @Test
    void coversTheFeeToTheYen() {
        LongStream.rangeClosed(GiftLimits.LEAST.yen(), 20_000)
                .mapToObj(yen -> GiftParts.of(Money.yen(yen), true, Frequency.ONCE, FEES))
                .forEach(
                        parts ->
                                assertThat(FEES.of(parts.total()))
                                        .as("%s", parts)
                                        .isEqualTo(parts.cover()));
    }

    @Test
    void coversBillingsPartOfWhatRepeats() {
        LongStream.rangeClosed(GiftLimits.LEAST.yen(), 20_000)
                .mapToObj(yen -> GiftParts.of(Money.yen(yen), true, Frequency.MONTHLY, FEES))
                .forEach(
                        parts ->
                                assertThat(FEES.ofRegular(parts.total()))
                                        .as("%s", parts)
                                        .isEqualTo(parts.cover()));
    }

    /** 3.96 % of 3,132 are 125; at a convenience store it would be 132. */
    @Test
    void letsAllOfACoveredGiftArrive() {
        GiftParts parts = GiftParts.of(Money.yen(3000), true, Frequency.ONCE, FEES);

        assertThat(parts).isEqualTo(new GiftParts(Money.yen(3000), Money.yen(132)));
        assertThat(parts.arriving(Money.yen(132))).isEqualTo(Money.yen(3000));
        assertThat(parts.arriving(Money.yen(100))).isEqualTo(Money.yen(3000));
        assertThat(parts.arriving(Money.yen(139))).isEqualTo(Money.yen(2993));
    }

    @Test
    void splitsWhatWentBackExactlyAndNeverTakesAPartBack() {
        GiftParts parts = GiftParts.of(Money.yen(997), true, Frequency.ONCE, FEES);
        GiftParts before = GiftParts.NONE;
        for (long yen = 0; yen <= parts.total().yen(); yen++) {
            GiftParts back = parts.back(Money.yen(yen));
            assertThat(back.total()).isEqualTo(Money.yen(yen));
            assertThat(back.gift()).isGreaterThanOrEqualTo(before.gift());
            assertThat(back.cover()).isGreaterThanOrEqualTo(before.cover());
            before = back;
        }
        assertThat(before).isEqualTo(parts);
    }

    @Test
    void sayWhetherTheFeeIsCovered() {
        assertThat(GiftParts.of(Money.yen(3000), false, Frequency.ONCE, FEES).isCovered())
                .isFalse();
        assertThat(GiftParts.of(Money.yen(3000), true, Frequency.ONCE, FEES).isCovered()).isTrue();
    }
}
