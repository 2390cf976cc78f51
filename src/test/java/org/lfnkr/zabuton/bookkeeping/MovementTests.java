package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        return new PaymentBook(
                UUID.randomUUID(), lots, new Returns(gone, Map.of(), Map.of(), Held.NOTHING), 0);
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
        return after(Returns.NONE, MovementKind.REFUND, -yen, refund);
    }

    private Returns after(Returns before, MovementKind kind, long yen, @Nullable RefundId by) {
        Transaction moved = transaction(kind, yen, 0);
        Transaction named = by == null ? moved : moved.by(by);
        return before.after(named, before.aside(named, lots.total()));
    }

    @Test
    void knowsNothingOfARefundUntilSomebodySays() {
        assertThat(refunded(500).gone()).isEqualTo(Gone.unsaid(500));
        assertThat(refunded(500).saying(refund, Map.of(cushion, 400L)).gone())
                .isEqualTo(new Gone(Map.of(cushion, 400L), 100));
    }

    /** What came back is still the payer's, so it is in none of the lots. */
    @Test
    void remembersWhatWasSaidOfARefundThatFailed() {
        Returns said = refunded(500).saying(refund, Map.of(cushion, 500L));

        Returns back = after(said, MovementKind.REFUND_FAILED, 500, refund);

        assertThat(back.gone()).isEqualTo(new Gone(Map.of(cushion, 500L), 0));
        assertThat(back.held()).isEqualTo(new Held(500, 0));
    }

    /** Of 6,900 that were gone 500 were no more the payer's. */
    @Test
    void takesNoMoreForSaidThanWentBack() {
        Returns more =
                after(
                        refunded(500).saying(refund, Map.of(cushion, 400L, Part.GIFT, 100L)),
                        MovementKind.DISPUTE,
                        -6_150,
                        null);

        Returns some = after(more, MovementKind.REFUND_FAILED, 300, refund);

        assertThat(some.gone().said()).isEqualTo(Map.of(cushion, 200L, Part.GIFT, 50L));
        assertThat(some.held()).isEqualTo(new Held(50, 0));
    }

    @Test
    void keepsWhatADisputeTookApartFromWhatIsSaidOfRefunds() {
        Returns both =
                after(
                        refunded(500).saying(refund, Map.of(cushion, 500L)),
                        MovementKind.DISPUTE,
                        -6_400,
                        null);

        assertThat(both.gone()).isEqualTo(new Gone(Map.of(cushion, 500L), 6_400));
    }

    private Movement next(Returns before, MovementKind kind, long yen) {
        return new PaymentBook(UUID.randomUUID(), lots, before, 1)
                .move(transaction(kind, yen, 0).by(refund));
    }

    private Returns failed(long yen) {
        return after(refunded(yen), MovementKind.REFUND_FAILED, yen, refund);
    }

    @Test
    void holdsWhatARefundDidNotBring() {
        Movement back = next(refunded(3_200), MovementKind.REFUND_FAILED, 3_200);

        assertThat(back.changes()).isEmpty();
        assertThat(back.excess()).isZero();
        assertThat(back.entry().postings())
                .containsExactly(
                        posting(Account.STRIPE_BALANCE, null, 3_200),
                        posting(Account.SUSPENSE, null, -3_200));
    }

    @Test
    void sendsWhatIsHeldBeforeItTakesFromTheLots() {
        Movement part = next(failed(3_200), MovementKind.REFUND, -3_000);
        Movement more = next(failed(3_200), MovementKind.REFUND, -3_300);

        assertThat(part.held()).isEqualTo(-3_000);
        assertThat(part.changes()).isEmpty();
        assertThat(more.held()).isEqualTo(-3_200);
        assertThat(more.changes().stream().mapToLong(Lot::yen).sum()).isEqualTo(-100);
        assertThat(more.entry().postings())
                .contains(
                        posting(Account.STRIPE_BALANCE, null, -3_300),
                        posting(Account.SUSPENSE, null, 3_200));
    }

    @Test
    void holdsAgainWhatADisputeGaveBackOfIt() {
        Movement takes = next(failed(3_200), MovementKind.DISPUTE, -6_400);
        Returns disputed = after(failed(3_200), MovementKind.DISPUTE, -6_400, null);
        Movement gives = next(disputed, MovementKind.DISPUTE, 6_400);

        assertThat(takes.held()).isEqualTo(-3_200);
        assertThat(takes.excess()).isZero();
        assertThat(disputed.held()).isEqualTo(new Held(0, 3_200));
        assertThat(gives.held()).isEqualTo(3_200);
        assertThat(gives.changes().stream().mapToLong(Lot::yen).sum()).isEqualTo(3_200);
        assertThat(after(disputed, MovementKind.DISPUTE, 6_400, null).held())
                .isEqualTo(new Held(3_200, 0));
    }

    /** What a dispute had taken of the lots is ours again. */
    @Test
    void holdsNothingOfWhatADisputeGaveBackOfTheLots() {
        Returns disputed = after(refunded(500), MovementKind.DISPUTE, -5_000, null);

        assertThat(next(disputed, MovementKind.DISPUTE, 5_000).held()).isZero();
    }

    /** The bank had given them everything while the refund was on its way. */
    @Test
    void makesUpForTheLossBeforeItHolds() {
        Returns twice = after(refunded(3_200), MovementKind.DISPUTE, -6_400, null);

        Movement back = next(twice, MovementKind.REFUND_FAILED, 3_200);

        assertThat(back.held()).isZero();
        assertThat(back.excess()).isEqualTo(3_200);
        assertThat(back.changes()).isEmpty();
    }

    @Test
    void holdsNeverLessThanNothing() {
        assertThatThrownBy(() -> new Held(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(next(refunded(500), MovementKind.REFUND, -500).held()).isZero();
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
                after(refunded(500), MovementKind.REFUND, -6_000, OTHER)
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

    @Test
    void leavesToOperationsWhatTheFeeTookBeyondTheAssumedOne() {
        Transaction charge = transaction(MovementKind.CHARGE, 6_400, 232);
        UUID order = UUID.randomUUID();
        Movement within = new Movement(charge, order, 0, lots.all(), 1, 0, 0, 0);
        Movement beyond = new Movement(charge, order, 0, lots.all(), 1, 32, 0, 0);

        assertThat(within.borneByOperations()).isEmpty();
        assertThat(beyond.borneByOperations().orElseThrow().postings())
                .containsExactly(
                        posting(Account.PAYMENT_FEES, Fund.OPERATIONS, -32),
                        posting(Account.PAYMENT_LOSSES, Fund.OPERATIONS, 32));
    }

    @ParameterizedTest
    @CsvSource({
        "txn_1, STRIPE_BALANCE, stripe:txn_1",
        "bank:7, BANK, bank:7",
        "cash:7, CASH, cash:7",
        "postal:7, POSTAL, postal:7"
    })
    void putsMoneyOntoTheAccountOfThePlaceWhereItLies(String line, String account, String source) {
        Transaction charge =
                Transaction.of(line, PaymentId.random(), MovementKind.CHARGE, 6_400, 0, AT);
        Movement movement = new Movement(charge, UUID.randomUUID(), 0, lots.all(), 1);

        assertThat(movement.entry().source()).hasToString(source);
        assertThat(movement.entry().postings())
                .contains(posting(new Account(account, Account.Nature.ASSET), null, 6_400));
    }
}
