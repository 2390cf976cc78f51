package org.lfnkr.zabuton.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;
import org.lfnkr.zabuton.orders.papers.RateTotal;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Each note rounds its tax once a rate, and all of them give back what the invoice had. */
class CreditNoteTests {

    private static final Instant AT = Instant.parse("2026-11-22T16:00:00Z");
    private static final LocalDate SOLD = LocalDate.of(2026, 11, 20);

    private static ReturnedPart part(int percent, long yen) {
        return new ReturnedPart("line", "Name", 1, percent, yen(yen));
    }

    private static CreditNote.Returned returned(int second, ReturnedPart... parts) {
        return new CreditNote.Returned(RefundId.random(), AT.plusSeconds(second), List.of(parts));
    }

    @Test
    void saysDayAndNumberOfTheSaleAndEachRateWithItsTax() {
        CreditNote note =
                CreditNote.all(
                                "7K3M9-QXT4B",
                                SOLD,
                                Map.of(10, yen(6_600), 8, yen(2_160)),
                                List.of(returned(0, part(10, 3_300), part(8, 1_080))))
                        .getFirst();

        assertThat(note.reference()).isEqualTo("7K3M9-QXT4B");
        assertThat(note.soldOn()).isEqualTo(SOLD);
        assertThat(note.returnedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(note.amount()).isEqualTo(yen(4_380));
        assertThat(note.marksReduced()).isTrue();
        assertThat(note.rates())
                .containsExactly(
                        new RateTotal(10, yen(3_300), yen(300)),
                        new RateTotal(8, yen(1_080), yen(80)));
    }

    /** Neither was on the invoice that is corrected. */
    @Test
    void giftsAndGoodwillCorrectNoInvoice() {
        CreditNote note =
                CreditNote.all(
                                "7K3M9-QXT4B",
                                SOLD,
                                Map.of(10, yen(6_600)),
                                List.of(
                                        returned(
                                                0,
                                                new ReturnedPart("gift", "", 0, 0, yen(1_000)),
                                                new ReturnedPart("goodwill", "", 0, 0, yen(500)))))
                        .getFirst();

        assertThat(note.corrects()).isFalse();
        assertThat(note.rates()).isEmpty();
        assertThat(note.amount()).isEqualTo(yen(1_500));
    }

    @Test
    void theirTaxAddsUpToThatOfTheInvoiceAndEachIsRoundedOnce() {
        IntStream.range(0, 2_000).mapToObj(Random::new).forEach(CreditNoteTests::addsUp);
    }

    private static void addsUp(Random random) {
        long full = random.nextLong(1, 20_000);
        long reduced = random.nextLong(1, 20_000);
        List<CreditNote.Returned> refunds = new ArrayList<>();
        long fullLeft = full;
        long reducedLeft = reduced;
        for (int step = 0; fullLeft + reducedLeft > 0; step++) {
            long one = random.nextLong(fullLeft + 1);
            long other = step > 6 ? reducedLeft : random.nextLong(reducedLeft + 1);
            one = step > 6 ? fullLeft : one;
            refunds.add(returned(step, part(10, one), part(8, other)));
            fullLeft -= one;
            reducedLeft -= other;
        }
        Map<Integer, Money> sold = Map.of(10, yen(full), 8, yen(reduced));
        List<RateTotal> rates =
                CreditNote.all("7K3M9-QXT4B", SOLD, sold, refunds).stream()
                        .flatMap(note -> note.rates().stream())
                        .toList();

        assertThat(rates.stream().map(RateTotal::tax).reduce(Money.ZERO, Money::plus))
                .isEqualTo(new ConsumptionTax(sold).total());
        assertThat(rates)
                .allSatisfy(
                        rate -> {
                            long down =
                                    rate.total().yen() * rate.percent() / (100 + rate.percent());
                            assertThat(rate.tax().yen()).isBetween(down, down + 1);
                        });
    }
}
