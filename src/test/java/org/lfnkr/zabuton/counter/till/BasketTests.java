package org.lfnkr.zabuton.counter.till;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class BasketTests {

    private static final BoxPiece THREE = piece("HAT-WOOL", 3);

    static BoxPiece piece(String sku, int taken) {
        return new BoxPiece(
                new VariantId(UUID.randomUUID()),
                sku,
                new Bilingual("Hat", "帽子"),
                new Bilingual("wool", "生成り"),
                taken,
                0,
                0,
                0);
    }

    @Test
    void isWhatItsAddressSays() {
        Basket basket = Basket.EMPTY.more(piece("CROSS-WALNUT", 9)).more(THREE).more(THREE);

        assertThat(basket).hasToString("CROSS-WALNUT.1,HAT-WOOL.2");
        assertThat(Basket.of(basket.toString())).isEqualTo(basket);
    }

    @Test
    void holdsNoMoreThanThereIs() {
        Basket full = Basket.EMPTY.more(THREE).more(THREE).more(THREE);

        assertThat(full.more(THREE)).isEqualTo(full);
        assertThat(full.less(THREE)).hasToString("HAT-WOOL.2");
        assertThat(full.less(THREE).less(THREE).less(THREE)).isEqualTo(Basket.EMPTY);
        assertThat(Basket.EMPTY.less(THREE)).isEqualTo(Basket.EMPTY);
    }

    @Test
    void holdsNoMoreKindsThanItsAddressSays() {
        String kinds =
                IntStream.range(0, 30)
                        .mapToObj(i -> "P" + i + ".1")
                        .collect(Collectors.joining(","));
        Basket full = Basket.of(kinds);

        assertThat(full.pieces()).hasSize(20);
        assertThat(full.more(THREE)).isEqualTo(full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "HAT-WOOL",
                "HAT-WOOL.0",
                "HAT-WOOL.-1",
                "HAT-WOOL.100",
                "'.1",
                "x.1"
            })
    void leavesOutWhatItCannotRead(String typed) {
        assertThat(Basket.of(typed)).isEqualTo(Basket.EMPTY);
        assertThat(Basket.of("HAT-WOOL.1," + typed)).hasToString("HAT-WOOL.1");
    }
}
