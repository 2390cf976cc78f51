package org.lfnkr.zabuton.funds.disbursements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.Money;

import java.math.BigDecimal;

class ForeignTests {

    /** Papers round: to the yen up or down, and the rate to the place in which it is printed. */
    @ParameterizedTest
    @CsvSource({
        "250.00, 156.2, 39050, true",
        "250.00, 156.2, 39051, true",
        "250.00, 156.2, 39063, true",
        "250.00, 156.2, 39064, false",
        "250.00, 156.20, 39053, false",
        "1000000, 0.00175, 1750, true",
        "1000000, 0.00175, 1756, true",
        "1000000, 0.00175, 1757, false",
        "250.00, 156.2, 390500, false",
        "250.00, 156.2, 3905, false"
    })
    void makesTheYenThatAmountAndRateComeTo(String amount, String rate, long yen, boolean makes) {
        assertThat(foreign(amount, rate).makes(Money.yen(yen))).isEqualTo(makes);
    }

    @Test
    void isKeptAsItWasTyped() {
        Foreign kept = Foreign.read(foreign("250.00", "156.20").text());

        assertThat(kept.figures()).isEqualTo("USD 250.00");
        assertThat(kept.rateFigures()).isEqualTo("156.20");
        assertThat(kept.source()).isEqualTo(RateSource.BANK);
    }

    /** It would tell a place, wherever it is printed. */
    @Test
    void saysNothingInALog() {
        assertThat(foreign("250.00", "156.20").toString()).doesNotContain("USD", "250", "156");
    }

    private static Foreign foreign(String amount, String rate) {
        return new Foreign("USD", new BigDecimal(amount), new BigDecimal(rate), RateSource.BANK);
    }
}
