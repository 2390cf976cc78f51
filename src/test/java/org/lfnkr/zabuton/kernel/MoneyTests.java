package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void figuresAreParted() {
        assertThat(yen(8_000).inFigures()).isEqualTo("¥8,000");
        assertThat(yen(-1_234_567).inFigures()).isEqualTo("−¥1,234,567");
        assertThat(Money.ZERO.inFigures()).isEqualTo("¥0");
    }
}
