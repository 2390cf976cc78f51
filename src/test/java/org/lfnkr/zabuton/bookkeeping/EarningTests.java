package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.LocalDate;
import java.util.UUID;

class EarningTests {

    private static final FeeEstimate FEES = FeeEstimate.ofListPrices();

    private static Earning gift(boolean regular) {
        Gift gift =
                new Gift(
                        UUID.randomUUID(),
                        "TEST",
                        yen(3_000),
                        yen(112),
                        Fund.FOSTER_CHILDREN,
                        regular,
                        null);
        return Earning.of(gift, PaymentId.random(), FEES);
    }

    @Test
    void ofAGiftReckonsWithBillingWhereItRepeats() {
        assertThat(gift(false).assumedFee()).isEqualTo(FEES.of(yen(3_112)));
        assertThat(gift(false).billing()).isEqualTo(Money.ZERO);
        assertThat(gift(true).assumedFee()).isEqualTo(FEES.ofRegular(yen(3_112)));
        assertThat(gift(true).billing()).isEqualTo(FEES.ofBilling(yen(3_112)));
    }

    @Test
    void ofAGiftGoesWhereTheGiverSaidWhateverThePolicy() {
        Earning earning = gift(false);
        AllocationPolicy food =
                new AllocationPolicy(
                        1, LocalDate.EPOCH, Shares.allTo(Fund.FOOD), Shares.allTo(Fund.FOOD));

        Lots lots = earning.lots(Proceeds.of(earning.takings(), yen(112)), food);

        assertThat(lots.all())
                .contains(new Lot(Part.GIFT, LotKind.GIFT, Fund.FOSTER_CHILDREN, 3_000));
        assertThat(lots.all()).noneMatch(lot -> Fund.FOOD.equals(lot.fund()));
    }
}
