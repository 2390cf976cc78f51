package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.bookkeeping.Pieces.Piece;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class PaymentBookTests {

    private static final Instant AT = Instant.parse("2026-11-22T15:30:00Z");
    private static final PaymentId PAYMENT = new PaymentId(UUID.randomUUID());
    private static final RefundId REFUND = new RefundId(UUID.randomUUID());

    private final Lot profit = new Lot(Part.line(0), LotKind.PROFIT, Fund.FOOD, 1_000);
    private final Lot costs = new Lot(Part.line(1), LotKind.COSTS, Fund.OPERATIONS, 1_000);
    private final Lots lots = new Lots(List.of(profit, costs));

    private PaymentBook book(Returns returns) {
        return new PaymentBook(UUID.randomUUID(), lots, returns, 3);
    }

    private static Returns refunded(long yen, long others) {
        Map<RefundId, Long> refunds = yen == 0 ? Map.of() : Map.of(REFUND, yen);
        return new Returns(others, refunds, Map.of(), Held.NOTHING);
    }

    /** Never more than the refund was to bring, or than is left of the payment. */
    @ParameterizedTest
    @CsvSource({"700, 0, 0, 700", "700, 500, 0, 200", "700, 0, 1900, 100", "700, 800, 0, 0"})
    void whatARefundWasToBringIsHeld(long yen, long moved, long others, long aside) {
        Transaction decision = Transaction.setAside(PAYMENT, REFUND, AT);

        Movement held = book(refunded(moved, others)).setAside(decision, REFUND, yen);

        assertThat(held.held()).isEqualTo(aside);
    }

    @Test
    void aPartThatIsGoneIsLeftInNoLot() {
        PaymentBook book = book(refunded(1_000, 0)).saying(REFUND, Map.of(Part.line(1), 1_000L));

        assertThat(book.left()).containsExactly(profit);
        assertThat(lots.gone(book.returns().gone())).containsEntry(Part.line(1), 1_000L);
    }

    @Test
    void movementsAreCounted() {
        Transaction refund =
                Transaction.of("txn_1", PAYMENT, MovementKind.REFUND, -500, 0, AT).by(REFUND);

        assertThat(book(Returns.NONE).with(refund).last()).isEqualTo(4);
    }

    /** All of it was spent, and some went back before. */
    @Test
    void operationsBearWhatMoreOfSpentMoneyGoesBack() {
        Pieces spent = new Pieces(List.of(new Piece(Fund.FOOD, 1_000, 1_000)));

        long losses =
                new PiecesOfLots(Map.of(profit.with(0), spent))
                        .losses(profit.with(-200), List.of(profit.with(500)));

        assertThat(spent.loss(300)).isEqualTo(300);
        assertThat(losses).isEqualTo(200);
    }

    @Test
    void profitAndGiftsAreThereToBeSpent() {
        assertThat(LotKind.values())
                .filteredOn(LotKind::isToSpend)
                .containsExactly(LotKind.PROFIT, LotKind.GIFT);
    }
}
