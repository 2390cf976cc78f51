package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Stream;

/** Beside a picture of sums stand a few round figures. */
class AxisTests {

    private static Stream<Long> figures(long lowest, long highest) {
        return new Axis(lowest, highest, 0, 100).marks().stream().map(it -> it.yen().yen());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 1, 0 1",
        "0, 3300, 0 1000 2000 3000",
        "0, 4100, 0 2000 4000",
        "0, 9999, 0 2500 5000 7500",
        "0, 10000, 0 5000 10000",
        "0, 1234567, 0 500000 1000000",
        "-600, 3300, 0 1000 2000 3000",
        "-2000, 2000, -2000 0 2000",
        "-70, 0, -60 -40 -20 0",
        "0, 999999999999, 0 250000000000 500000000000 750000000000"
    })
    void hasTwoOrThreeRoundFiguresBesideZero(long lowest, long highest, String figures) {
        assertThat(figures(lowest, highest))
                .containsExactly(
                        Stream.of(figures.split(" ")).map(Long::valueOf).toArray(Long[]::new));
    }

    @Test
    void eachStandsWhereThePictureHasIt() {
        assertThat(new Axis(0, 200, 8, 100).marks())
                .containsExactly(
                        new Axis.Mark(Money.ZERO, 108),
                        new Axis.Mark(Money.yen(100), 58),
                        new Axis.Mark(Money.yen(200), 8));
    }

    @Test
    void nothingLiesAtTheFoot() {
        assertThat(new Axis(0, 0, 8, 100).ground()).isEqualTo(108);
        assertThat(new Axis(-5, 0, 8, 100).ground()).isEqualTo(8);
    }

    @Test
    void leavesRoomForItselfLeftOfThePicture() {
        assertThat(new Axis(0, 0, 0, 0).viewBox(600, 232)).isEqualTo("-92 0 692 232");
    }
}
