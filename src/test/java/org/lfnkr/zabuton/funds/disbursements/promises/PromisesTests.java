package org.lfnkr.zabuton.funds.disbursements.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

class PromisesTests {

    /** §4.1: 10 kg are bought for ¥4,000; the promises come to 6 and 3, and 1 is shared by all. */
    @Test
    void sharesByAllWhatIsNoPromisesAlone() {
        Promises promises = new Promises(List.of(lot(2_458, 6L), lot(1_542, 3L)), 0);

        assertThat(promises.taken()).isEqualTo(Money.yen(4_000));
        assertThat(promises.units()).isEqualTo(9);
        assertThat(promises.shared(10L)).isEqualTo(1);
        assertThat(promises.shared(null)).isNull();
        assertThat(new Promises(promises.lots(), 1).shared(10L)).isNull();
    }

    private static PromisedLot lot(long taken, long units) {
        return new PromisedLot("–", null, null, null, Money.yen(taken), units);
    }
}
