package org.lfnkr.zabuton.giving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.Money;

import java.util.stream.LongStream;

class GiftPartsTests {

    private static final FeeEstimate FEES = new FeeEstimate(360);

    @Test
    void addsNothingUnlessAsked() {
        assertThat(GiftParts.of(Money.yen(3000), false, FEES).total()).isEqualTo(Money.yen(3000));
    }

    @Test
    void coversTheFeeToTheYen() {
        LongStream.rangeClosed(GiftLimits.LEAST.yen(), 20_000)
                .mapToObj(yen -> GiftParts.of(Money.yen(yen), true, FEES))
                .forEach(
                        parts ->
                                assertThat(FEES.of(parts.total()))
                                        .as("%s", parts)
                                        .isEqualTo(parts.cover()));
    }

    @Test
    void letsAllOfACoveredGiftArrive() {
        GiftParts parts = GiftParts.of(Money.yen(3000), true, FEES);

        assertThat(parts).isEqualTo(new GiftParts(Money.yen(3000), Money.yen(113)));
        assertThat(parts.arriving(Money.yen(113))).isEqualTo(Money.yen(3000));
        assertThat(parts.arriving(Money.yen(100))).isEqualTo(Money.yen(3000));
        assertThat(parts.arriving(Money.yen(120))).isEqualTo(Money.yen(2993));
    }

    @Test
    void splitsWhatWentBackExactlyAndNeverTakesAPartBack() {
        GiftParts parts = GiftParts.of(Money.yen(997), true, FEES);
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
}
