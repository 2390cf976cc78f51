package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

class FeeEstimateTests {

    @Test
    void isRoundedUp() {
        FeeEstimate estimate = new FeeEstimate(360);

        assertThat(estimate.of(yen(3_200))).isEqualTo(yen(116));
        assertThat(estimate.of(yen(10_000))).isEqualTo(yen(360));
        assertThat(estimate.of(Money.ZERO)).isEqualTo(Money.ZERO);
    }
}
