package org.lfnkr.zabuton.refunds.held;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.desk.RefundLimit;
import org.lfnkr.zabuton.kernel.Money;

class GivenBackTests {

    private static final RefundLimit LIMIT = new RefundLimit(10_000);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10000, false",
        "0, 0, 10001, true",
        "6000, 0, 4000, false",
        "6000, 0, 4001, true",
        "0, 6000, 4000, false",
        "0, 6000, 4001, true",
        "6000, 6000, 4000, false",
        "3000, 9000, 2000, true"
    })
    void weighsWhatOnePersonGivesAndWhatOnePayerGets(
            long byPerson, long toPayer, long sum, boolean second) {
        GivenBack before = new GivenBack(Money.yen(byPerson), Money.yen(toPayer));

        assertThat(before.needsSecond(Money.yen(sum), LIMIT)).isEqualTo(second);
    }
}
