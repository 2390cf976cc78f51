package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ProgressTests {

    /** At ¥180 for a kilogram; money, spent, bought, expected, delivered. */
    @ParameterizedTest
    @CsvSource({
        "1080,    0, 0, 0, 0, FUNDS",
        "1080,  179, 0, 0, 0, FUNDS",
        "1080,  540, 3, 3, 0, PARTLY_BOUGHT",
        "1080,  540, 3, 3, 2, PARTLY_DELIVERED",
        "1080,  540, 3, 3, 3, PARTLY_DELIVERED",
        "1080, 1080, 6, 6, 0, BOUGHT",
        "1100, 1080, 6, 6, 0, BOUGHT",
        "1080, 1080, 6, 6, 2, PARTLY_DELIVERED",
        "1080, 1080, 6, 6, 6, DELIVERED",
        // Cheaper, or dearer, than the price at the sale.
        "1080, 1080, 7, 7, 7, DELIVERED",
        "1080, 1080, 5, 5, 0, FELL_SHORT",
        "1080, 1080, 5, 5, 5, FELL_SHORT",
        // Some of it never arrives.
        "1080, 1080, 6, 5, 0, FELL_SHORT",
        "1080, 1080, 6, 5, 5, FELL_SHORT",
        "1080, 1080, 7, 6, 6, DELIVERED",
        "1080,  540, 3, 2, 2, PARTLY_DELIVERED",
        // Spent on what is no unit of it.
        "1080, 1080, 0, 0, 0, FELL_SHORT",
        "100,   100, 0, 0, 0, BOUGHT",
    })
    void saysHowFarTheMoneyHasCome(
            long money, long spent, long bought, long expected, long delivered, ImpactState state) {
        Progress progress = new Progress(bought, expected, delivered, yen(spent));

        assertThat(ImpactStory.followed(Samples.RICE, yen(money), progress, List.of()).state())
                .isEqualTo(state);
    }

    @Test
    void refusesWhatArrivesWithoutBeingBought() {
        assertThatThrownBy(() -> new Progress(2, 2, 3, yen(540)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Progress(2, 3, 0, yen(540)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
