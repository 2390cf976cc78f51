package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.giving.GiftCharged;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.payments.DisputeMoved;
import org.lfnkr.zabuton.payments.HeldMoneyMoved;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

/**
 * The facts that move money. The end of a dispute is none of them: what it moves comes as a line of
 * Stripe's balance, and a dispute that is lost may still give back a part.
 */
@Configuration(proxyBeanMethods = false)
class BookingHandlers {

    private final Booking booking;

    BookingHandlers(Booking booking) {
        this.booking = booking;
    }

    @Bean
    OutboxHandler<PaymentSettled> bookCharges() {
        return new BookingHandler<>("bookkeeping.charge", PaymentSettled.class, this::charge);
    }

    private Mono<Void> charge(PaymentSettled settled) {
        Transaction transaction =
                Transaction.of(
                        settled.balanceTransaction(),
                        settled.paymentId(),
                        MovementKind.CHARGE,
                        settled.amount(),
                        settled.fee(),
                        settled.at());
        return booking.charge(transaction, settled.purpose());
    }

    @Bean
    OutboxHandler<RefundMoved> bookRefunds() {
        return new BookingHandler<>("bookkeeping.refund", RefundMoved.class, this::refund);
    }

    /** What Stripe keeps for a refund is borne by Operations, like every fee but a charge's. */
    private Mono<Void> refund(RefundMoved moved) {
        return booking.move(
                Transaction.of(
                                moved.balanceTransaction(),
                                moved.paymentId(),
                                moved.amount() < 0
                                        ? MovementKind.REFUND
                                        : MovementKind.REFUND_FAILED,
                                moved.amount(),
                                moved.fee(),
                                moved.at())
                        .by(moved.refundId()));
    }

    @Bean
    OutboxHandler<RefundFailed> bookFailures() {
        return new BookingHandler<>("bookkeeping.refund-failed", RefundFailed.class, this::fail);
    }

    private Mono<Void> fail(RefundFailed failed) {
        return booking.setAside(
                failed.paymentId(), failed.refundId(), Money.yen(failed.amount()), failed.at());
    }

    @Bean
    OutboxHandler<DisputeMoved> bookDisputes() {
        return new BookingHandler<>("bookkeeping.dispute", DisputeMoved.class, this::dispute);
    }

    private Mono<Void> dispute(DisputeMoved moved) {
        return booking.move(
                Transaction.of(
                        moved.balanceTransaction(),
                        moved.paymentId(),
                        MovementKind.DISPUTE,
                        moved.amount(),
                        moved.fee(),
                        moved.at()));
    }

    @Bean
    OutboxHandler<HeldMoneyMoved> bookHeldMoney() {
        return new BookingHandler<>("bookkeeping.held", HeldMoneyMoved.class, this::held);
    }

    private Mono<Void> held(HeldMoneyMoved moved) {
        return booking.hold(
                Transaction.of(
                        moved.balanceTransaction(),
                        moved.paymentId(),
                        MovementKind.HELD,
                        moved.amount(),
                        moved.fee(),
                        moved.at()));
    }

    @Bean
    OutboxHandler<GiftCharged> fundGifts() {
        return new BookingHandler<>(
                "bookkeeping.gift",
                GiftCharged.class,
                charged -> booking.fund(charged.paymentId(), charged.at()));
    }
}
