package org.lfnkr.zabuton.counter.till;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Map;
import java.util.Optional;

class TillFormTests {

    private static Optional<Tap> tap(String given) {
        Map<String, String> typed =
                Map.of(
                        "sale",
                        "CROSS.1",
                        "total",
                        "800",
                        "means",
                        "cash",
                        "given",
                        given,
                        "form",
                        "3f8e9fd4-9c2e-4f0b-8f55-0e6ad5f3b6a1");
        return new TillForm(typed).tap();
    }

    @Test
    void readsWhatTheBuyerGave() {
        assertThat(tap("1,000")).map(Tap::given).contains(Money.yen(1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000", "999999999999", "99999999999999999999", "-5", "1e4"})
    void readsNoSumThatNobodyHasInHand(String given) {
        assertThat(tap(given)).isEmpty();
    }
}
