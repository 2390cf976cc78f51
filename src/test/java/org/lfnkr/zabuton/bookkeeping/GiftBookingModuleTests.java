package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.giving.Gift;
import org.lfnkr.zabuton.giving.GiftCharged;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.Samples;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ModuleTest
class GiftBookingModuleTests {

    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    @Autowired Impact impact;
    @Autowired Ledger ledger;
    @Autowired CoveredStatements statements;
    @Autowired BookkeepingStore store;
    @Autowired Bookkeeping bookkeeping;
    @Autowired Integrity integrity;
    @Autowired TransactionalOperator transaction;

    private final UUID pledge = UUID.randomUUID();
    private final String purpose = "gift:" + pledge;

    private BookingHandlers handlers;

    @BeforeEach
    void give() {
        handlers = handlers(Fund.FOSTER_CHILDREN);
    }

    @AfterEach
    void agreeWithStripe() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private BookingHandlers handlers(Fund fund) {
        return handlers(fund, false);
    }

    private BookingHandlers handlers(Fund fund, boolean regular) {
        Gift gift =
                new Gift(pledge, "TEST", yen(3_000), yen(112), fund, regular, Samples.RICE.id());
        return new BookingHandlers(
                new Booking(
                        new Earnings(List.of(), any -> Mono.just(gift), FeeEstimate.ofListPrices()),
                        impact,
                        ledger,
                        statements,
                        store));
    }

    @Test
    void aGiftGoesToTheFundThatWasNamedAndItsCoverPaysTheFee() {
        PaymentId payment = charge(112);

        assertThat(lots(payment))
                .containsExactly(
                        new Lot(Part.GIFT, LotKind.GIFT_FEE, Fund.OPERATIONS, 112),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOSTER_CHILDREN, 3_000));
    }

    @Test
    void whatACheaperPaymentLeavesOfTheCoverIsTheFunds() {
        PaymentId payment = charge(100);

        assertThat(lots(payment))
                .contains(new Lot(Part.GIFT, LotKind.GIFT, Fund.FOSTER_CHILDREN, 3_012));
    }

    /** Card 112, Billing ⌈3,112 · 0.77 %⌉ = 24, which Stripe takes in a line of its own. */
    @Test
    void aGiftThatRepeatsSetsBillingsPartAside() {
        handlers = handlers(Fund.FOSTER_CHILDREN, true);
        PaymentId payment = charge(112);

        assertThat(lots(payment))
                .containsExactly(
                        new Lot(Part.GIFT, LotKind.GIFT_FEE, Fund.OPERATIONS, 136),
                        new Lot(Part.GIFT, LotKind.GIFT, Fund.FOSTER_CHILDREN, 2_976));
    }

    @Test
    void eachPaymentUnderAPledgeHasLotsOfItsOwn() {
        PaymentId january = charge(112);
        PaymentId february = charge(112);
        refund(january, 3_112);

        assertThat(lots(january)).isEmpty();
        assertThat(lots(february)).hasSize(2);
    }

    @Test
    void aStatementIsFundedWhicheverComesFirst() {
        handlers = handlers(Fund.FOOD);
        PaymentId booked = charge(112);
        promise(booked);
        tell(booked);

        PaymentId promised = new PaymentId(UUID.randomUUID());
        promise(promised);
        charge(promised, 112);
        tell(promised);

        for (PaymentId payment : List.of(booked, promised)) {
            var story = Await.value(impact.story(payment.value()));
            assertThat(story.state()).isEqualTo(ImpactState.FUNDS);
            assertThat(story.money()).isEqualTo(yen(3_000));
            assertThat(story.corrections()).isEmpty();
        }
    }

    private void promise(PaymentId payment) {
        run(impact.promise(payment.value(), Samples.RICE, yen(3_000)));
    }

    private PaymentId charge(long fee) {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        charge(payment, fee);
        return payment;
    }

    private void charge(PaymentId payment, long fee) {
        String line = "txn_" + payment;
        run(
                handlers.bookCharges()
                        .handle(
                                new PaymentSettled(
                                        payment, purpose, 3_112, fee, line, "card", AT)));
    }

    private void refund(PaymentId payment, long yen) {
        RefundId id = new RefundId(UUID.randomUUID());
        run(
                handlers.bookRefunds()
                        .handle(new RefundMoved(payment, purpose, id, -yen, 0, "txn_" + id, AT)));
    }

    private void tell(PaymentId payment) {
        run(handlers.fundGifts().handle(new GiftCharged(payment, purpose, AT)));
    }

    private List<Lot> lots(PaymentId payment) {
        return Await.value(bookkeeping.lots(payment));
    }

    private void run(Mono<Void> booking) {
        Await.done(booking.as(transaction::transactional));
    }
}
