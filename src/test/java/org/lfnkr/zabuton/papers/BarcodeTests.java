package org.lfnkr.zabuton.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class BarcodeTests {

    private static final String GOLDEN =
            "2112143121311123312211321131233211221221322113313311212133112212311311"
                    + "2312223123311120";

    private static final int MODULES = 11;
    private static final int BARS = 3;

    /** As ZXing's reader takes it for the code of an order, as do scanners. */
    @Test
    void anOrdersCodeHasItsBars() {
        assertThat(widths("7K3M9-QXT4B")).isEqualTo(GOLDEN);
    }

    @Test
    void everyCharacterHasBarsOfItsOwnOfTheSameWidth() {
        String all =
                IntStream.rangeClosed(' ', '~')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());

        String widths = widths(all);
        var seen = new HashSet<String>();
        for (int place = 1; place <= all.length(); place++) {
            String one = widths.substring(place * 2 * BARS, (place + 1) * 2 * BARS);
            assertThat(one.chars().map(width -> width - '0').sum()).isEqualTo(MODULES);
            assertThat(seen.add(one)).isTrue();
        }
    }

    @Test
    void whatHasNoBarsIsRefused() {
        assertThatThrownBy(() -> Barcode.of("注文")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String widths(String text) {
        return Barcode.of(text).bars().stream()
                .map(bar -> "" + bar.black() + bar.white())
                .collect(Collectors.joining());
    }
}
