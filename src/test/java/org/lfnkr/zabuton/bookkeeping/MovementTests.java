package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.AttributionResult.Reason;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class MovementTests {

    private static final Instant AT = Instant.parse("2026-11-22T15:30:00Z");

    private final Lots lots =
            new Lots(
                    List.of(
                            new Lot(Part.line(0), LotKind.SALE_FEE, Fund.OPERATIONS, 232),
                            new Lot(Part.line(0), LotKind.TAX, null, 580),
                            new Lot(Part.line(0), LotKind.COSTS, Fund.OPERATIONS, 1_652),
                            new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 3_936)));

    private PaymentBook book(long gone) {
        return new PaymentBook(UUID.randomUUID(), lots, new Returns(gone, Map.of(), Map.of()), 0);
    }

    private static Transaction transaction(MovementKind kind, long yen, long fee) {
        return Transaction.of("txn_1", new PaymentId(UUID.randomUUID()), kind, yen, fee, AT);
    }

    private static Posting posting(Account account, @Nullable Fund fund, long yen) {
        return new Posting(account, fund, yen);
    }

    @Test
    void booksAChargeByItsLots() {
        Transaction charge = transaction(MovementKind.CHARGE, 6_400, 232);

        assertThat(new Movement(charge, UUID.randomUUID(), 0, lots.all(), 1).entry().postings())
                .containsExactly(
                        posting(Account.STRIPE_BALANCE, null, 6_168),
                        posting(Account.PAYMENT_FEES, Fund.OPERATIONS, 232),
                        posting(Account.SALES, Fund.OPERATIONS, -232),
                        posting(Account.CONSUMPTION_TAX, null, -580),
                        posting(Account.SALES, Fund.OPERATIONS, -1_652),
                        posting(Account.SALES, Fund.FOOD, -3_936));
    }

    @Test
    void leavesStripesFeeAsALossOfOperations() {
        Movement refund = book(0).move(transaction(MovementKind.REFUND, -6_400, 0));

        assertThat(refund.entry().postings())
                .containsExactly(
                        posting(Account.STRIPE_BALANCE, null, -6_400),
                        posting(Account.SALES, Fund.OPERATIONS, 232),
                        posting(Account.CONSUMPTION_TAX, null, 580),
                        posting(Account.SALES, Fund.OPERATIONS, 1_652),
                        posting(Account.SALES, Fund.FOOD, 3_936));
    }

    @Test
    void chargesADisputesFeeToOperations() {
        Movement dispute = book(0).move(transaction(MovementKind.DISPUTE, -6_400, 1_500));

        assertThat(dispute.entry().postings())
                .contains(
                        posting(Account.STRIPE_BALANCE, null, -7_900),
                        posting(Account.PAYMENT_FEES, Fund.OPERATIONS, 1_500));
    }

    @Test
    void losesWhatIsTakenBeyondTheCharge() {
        Movement dispute = book(3_200).move(transaction(MovementKind.DISPUTE, -6_400, 0));

        assertThat(dispute.excess()).isEqualTo(-3_200);
        assertThat(dispute.entry().postings())
                .contains(posting(Account.PAYMENT_LOSSES, Fund.OPERATIONS, 3_200));
    }

    @Test
    void makesUpForTheLossFirstWhenMoneyComesBack() {
        Movement back = book(9_600).move(transaction(MovementKind.DISPUTE, 6_400, 0));

        assertThat(back.excess()).isEqualTo(3_200);
        assertThat(back.changes().stream().mapToLong(Lot::yen).sum()).isEqualTo(3_200);
    }

    @Test
    void countsOnTheDayInTokyo() {
        assertThat(transaction(MovementKind.REFUND, -1, 0).day()).hasToString("2026-11-23");
    }

    private final RefundId refund = new RefundId(UUID.randomUUID());
    private final Part cushion = Part.line(0);

    private Returns refunded(long yen) {
        return new Returns(0, Map.of(), Map.of())
                .after(transaction(MovementKind.REFUND, -yen, 0).by(refund));
    }

    @Test
    void knowsNothingOfARefundUntilSomebodySays() {
        assertThat(refunded(500).gone()).isEqualTo(Gone.unsaid(500));
        assertThat(refunded(500).saying(refund, Map.of(cushion, 400L)).gone())
                .isEqualTo(new Gone(Map.of(cushion, 400L), 100));
    }

    @Test
    void forgetsWhatWasSaidOfARefundThatFailed() {
        Returns back =
                refunded(500)
                        .saying(refund, Map.of(cushion, 500L))
                        .after(transaction(MovementKind.REFUND_FAILED, 500, 0).by(refund));

        assertThat(back.gone()).isEqualTo(Gone.unsaid(0));
    }

    @Test
    void takesNoMoreForSaidThanWentBack() {
        Returns some =
                refunded(500)
                        .saying(refund, Map.of(cushion, 400L, Part.GIFT, 100L))
                        .after(transaction(MovementKind.REFUND_FAILED, 250, 0).by(refund));

        assertThat(some.gone()).isEqualTo(new Gone(Map.of(cushion, 200L, Part.GIFT, 50L), 0));
    }

    @Test
    void keepsWhatADisputeTookApartFromWhatIsSaidOfRefunds() {
        Returns both =
                refunded(500)
                        .saying(refund, Map.of(cushion, 500L))
                        .after(transaction(MovementKind.DISPUTE, -6_400, 0));

        assertThat(both.gone()).isEqualTo(new Gone(Map.of(cushion, 500L), 6_400));
    }

    private static final RefundId OTHER = new RefundId(UUID.randomUUID());

    private @Nullable Reason against(Returns returns, Map<Part, Long> parts) {
        return new PaymentBook(UUID.randomUUID(), lots, returns, 1).against(refund, parts);
    }

    @Test
    void letsBeSaidWhatCanBe() {
        assertThat(against(refunded(500), Map.of())).isNull();
        assertThat(against(refunded(500), Map.of(cushion, 500L))).isNull();
        assertThat(against(refunded(0), Map.of(cushion, 6_400L))).isNull();
    }

    @Test
    void letsNothingBeSaidOfWhatIsNotThere() {
        assertThat(against(refunded(500), Map.of(Part.GIFT, 1L))).isEqualTo(Reason.UNKNOWN_PART);
        assertThat(against(refunded(500), Map.of(cushion, 0L))).isEqualTo(Reason.UNKNOWN_PART);
        assertThat(against(refunded(500), Map.of(cushion, 501L)))
                .isEqualTo(Reason.MORE_THAN_THE_REFUND);
        assertThat(against(refunded(0), Map.of(cushion, 6_401L)))
                .isEqualTo(Reason.MORE_THAN_THE_PART);
    }

    @Test
    void letsNoPartGoTwice() {
        Returns both =
                refunded(500)
                        .after(transaction(MovementKind.REFUND, -6_000, 0).by(OTHER))
                        .saying(OTHER, Map.of(cushion, 6_000L));

        assertThat(against(both, Map.of(cushion, 400L))).isNull();
        assertThat(against(both, Map.of(cushion, 401L))).isEqualTo(Reason.MORE_THAN_THE_PART);
    }

    @Test
    void putsTheLotsRightWithoutMovingMoney() {
        PaymentBook book = new PaymentBook(UUID.randomUUID(), twoLines(), refunded(500), 3);
        Transaction decision = Transaction.attribution(7, new PaymentId(UUID.randomUUID()), AT);

        Movement said = book.say(decision, refund, Map.of(Part.line(1), 500L));

        assertThat(said.no()).isEqualTo(4);
        assertThat(said.excess()).isZero();
        assertThat(said.entry().source()).hasToString("decision:attribution-7");
        assertThat(said.entry().postings())
                .containsExactly(
                        posting(Account.SALES, Fund.FOOD, -250),
                        posting(Account.SALES, Fund.OPERATIONS, 250));
    }

    private static Lots twoLines() {
        return new Lots(
                List.of(
                        new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 1_000),
                        new Lot(Part.line(1), LotKind.COSTS, Fund.OPERATIONS, 1_000)));
    }
}
