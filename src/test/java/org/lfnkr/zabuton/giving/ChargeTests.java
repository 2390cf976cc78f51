package org.lfnkr.zabuton.giving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;
import java.util.UUID;

class ChargeTests {

    private static final Charge PAID =
            new Charge(
                    new PaymentId(UUID.randomUUID()),
                    PledgeId.random(),
                    new GiftParts(Money.yen(3000), Money.ZERO),
                    Money.yen(108),
                    "card",
                    Money.ZERO,
                    Money.ZERO,
                    false,
                    false,
                    0,
                    Instant.EPOCH);

    private static Money yen(long yen) {
        return Money.yen(yen);
    }

    @Test
    void keepsNothingOfWhatARefundDidNotBring() {
        Charge failed = PAID.refunded(yen(1000)).unrefunded(yen(1000), true);

        assertThat(failed.refunded()).isEqualTo(Money.ZERO);
        assertThat(failed.held()).isEqualTo(yen(1000));
        assertThat(failed.kept().total()).isEqualTo(yen(2000));
        assertThat(failed.back()).isEqualTo(GiftParts.NONE);
    }

    /** One at a convenience store counts as arrived only when the bank has taken it. */
    @Test
    void holdsAlsoWhatHadNeverCountedAsArrived() {
        Charge failed = PAID.refunded(yen(500)).unrefunded(yen(1000), false);

        assertThat(failed.refunded()).isEqualTo(yen(500));
        assertThat(failed.held()).isEqualTo(yen(1000));
    }

    @Test
    void sendsWhatIsHeldBeforeItTakesMoreOfTheGift() {
        Charge again = PAID.unrefunded(yen(1000), false).refunded(yen(1200));

        assertThat(again.refunded()).isEqualTo(yen(1200));
        assertThat(again.held()).isEqualTo(Money.ZERO);
        assertThat(again.kept().total()).isEqualTo(yen(1800));
    }

    @Test
    void holdsNoMoreThanWasGiven() {
        assertThat(PAID.refunded(yen(2500)).unrefunded(yen(1000), false).held())
                .isEqualTo(yen(500));
    }
}
