package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;

class RoundUpOfferTests {

    @Test
    void leadToEachRoundSumOnce() {
        assertThat(RoundUpOffer.of(yen(6_800), ""))
                .containsExactly(new RoundUpOffer(500, yen(200), yen(7_000)));
        assertThat(RoundUpOffer.of(yen(6_430), ""))
                .containsExactly(
                        new RoundUpOffer(100, yen(70), yen(6_500)),
                        new RoundUpOffer(1000, yen(570), yen(7_000)));
        assertThat(RoundUpOffer.of(yen(6_310), "")).hasSize(3);
        assertThat(RoundUpOffer.of(yen(7_000), "")).isEmpty();
    }

    @Test
    void keepTheStepThatWasChosen() {
        assertThat(RoundUpOffer.of(yen(6_930), "1000"))
                .containsExactly(new RoundUpOffer(1000, yen(70), yen(7_000)));
    }
}
