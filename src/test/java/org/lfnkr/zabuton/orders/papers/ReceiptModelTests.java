package org.lfnkr.zabuton.orders.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.PaperLine;

import java.time.LocalDate;
import java.util.List;

class ReceiptModelTests {

    @Test
    void refusesSumsThatDifferFromTheChargeByAYen() {
        assertThatThrownBy(() -> withTotal(1601)).hasMessage("The sums of a receipt don't agree");
        assertThatThrownBy(() -> withTotal(1599)).hasMessage("The sums of a receipt don't agree");
        assertThat(withTotal(1600).total()).isEqualTo(Money.yen(1600));
    }

    @Test
    void refusesRatesThatCoverOtherThanTheLines() {
        assertThatThrownBy(() -> withRate(1500, 1500)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void marksTheReducedRateOnlyWhereThereIsOne() {
        assertThat(withTotal(1600).marksReduced()).isFalse();
        assertThat(PaperSamples.receipt("名").marksReduced()).isTrue();
    }

    @Test
    void namesOnlyWaysOfPayingThatItKnows() {
        assertThat(withTotal(1600).methodKey()).isEqualTo("other");
        assertThat(PaperSamples.receipt("名").methodKey()).isEqualTo("card");
    }

    @Test
    void isNeverPrintedWithTheNameOnIt() {
        assertThat(PaperSamples.receipt("visible").toString()).doesNotContain("visible");
        assertThat(PaperSamples.letter("visible", Money.ZERO, false, null).toString())
                .doesNotContain("visible");
    }

    private static ReceiptModel withTotal(long total) {
        return withRate(1600, total);
    }

    private static ReceiptModel withRate(long rate, long total) {
        return new ReceiptModel(
                "7K3M9-QXT4B",
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                new ReceiptAddressee("名", false),
                List.of(new PaperLine("cushion", 1, Money.yen(1600), 10)),
                Money.ZERO,
                List.of(new RateTotal(10, Money.yen(rate), Money.yen(145))),
                Money.ZERO,
                Money.ZERO,
                Money.yen(total),
                Money.ZERO,
                "unheard-of");
    }
}
