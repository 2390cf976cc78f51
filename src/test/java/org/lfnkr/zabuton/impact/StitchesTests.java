package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

class StitchesTests {

    @Test
    void areOneForEachUnitOfALot() {
        assertThat(Stitches.of(yen(3_768), Samples.RICE)).isEqualTo(new Stitches(20, 30, 30));
    }

    @Test
    void startTheNextLotWhenOneIsFull() {
        assertThat(Stitches.of(yen(5_400), Samples.RICE)).isEqualTo(new Stitches(30, 30, 30));
        assertThat(Stitches.of(yen(5_400 + 180), Samples.RICE)).isEqualTo(new Stitches(1, 30, 60));
    }

    @Test
    void areThirtyWhenALotIsOnePiece() {
        OutcomePrice visit = Samples.price(UUID.randomUUID(), 6_000, 1);

        assertThat(Stitches.of(yen(7_000), visit)).isEqualTo(new Stitches(5, 30, 2));
    }

    @Test
    void startEmpty() {
        assertThat(Stitches.of(yen(0), Samples.RICE)).isEqualTo(new Stitches(0, 30, 30));
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 2", "60, 60", "61, 30"})
    void areAsManyAsALotHasUnitsUnlessThatIsOneOrTooMany(long units, long of) {
        OutcomePrice price = Samples.price(UUID.randomUUID(), 6_000, units);

        assertThat(Stitches.of(yen(0), price).of()).isEqualTo(of);
    }
}
