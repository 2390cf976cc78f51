package org.lfnkr.zabuton.funds.disbursements.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.kernel.Money;

import java.util.List;
import java.util.stream.Stream;

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

    /** 40 kg for ¥9,000 are dearer than the ¥180 a kilogram at which they were promised. */
    @Test
    void keepsNoMoreOfAPromiseThanIsBoughtOfItsMoney() {
        Planned dear = new Planned("rice", 40L, Money.yen(9_000));
        assertThat(Stream.of(1_828L, 2_868L, 4_304L).map(yen -> kept(yen, dear)))
                .containsExactly(8L, 12L, 19L);

        Planned cheap = new Planned("rice", 60L, Money.yen(9_000));
        assertThat(Stream.of(1_828L, 2_868L, 4_304L).map(yen -> kept(yen, cheap)))
                .containsExactly(10L, 15L, 23L);
    }

    private static long kept(long yen, Planned planned) {
        Money money = Money.yen(yen);
        ImpactStory story = new ImpactStory(ImpactState.FUNDS, Samples.RICE, money, List.of());
        return PromiseReader.units(story, money, planned);
    }

    private static PromisedLot lot(long taken, long units) {
        return new PromisedLot("–", null, null, null, Money.yen(taken), units);
    }
}
