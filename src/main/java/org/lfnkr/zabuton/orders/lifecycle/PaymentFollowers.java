package org.lfnkr.zabuton.orders.lifecycle;

import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.payments.CodeLapsing;
import org.lfnkr.zabuton.payments.DisputeClosed;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.PaymentAwaiting;
import org.lfnkr.zabuton.payments.PaymentEnded;
import org.lfnkr.zabuton.payments.PaymentHeld;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;

import java.util.function.BiFunction;

/** What an order does when something happens to its payment. */
@Configuration(proxyBeanMethods = false)
class PaymentFollowers {

    private final Lifecycle lifecycle;
    private final Reversals reversals;
    private final OrderStore store;
    private final Guard guard;

    PaymentFollowers(Lifecycle lifecycle, Reversals reversals, OrderStore store, Guard guard) {
        this.lifecycle = lifecycle;
        this.reversals = reversals;
        this.store = store;
        this.guard = guard;
    }

    /** What has been paid is no attempt at a stolen card. */
    @Bean
    OutboxHandler<PaymentSettled> orderPassed() {
        return on(
                "orders.passed",
                PaymentSettled.class,
                (id, event) -> store.passage(id).flatMap(guard::finished));
    }

    @Bean
    OutboxHandler<PaymentEnded> orderGivenUp() {
        return on(
                "orders.given-up",
                PaymentEnded.class,
                (id, event) -> store.passage(id).flatMap(guard::givenUp));
    }

    @Bean
    OutboxHandler<PaymentAwaiting> orderAwaits() {
        return on(
                "orders.await",
                PaymentAwaiting.class,
                (id, event) -> lifecycle.await(id, event.payBy()));
    }

    @Bean
    OutboxHandler<PaymentSettled> orderPaid() {
        return on(
                "orders.settle",
                PaymentSettled.class,
                (id, event) -> lifecycle.settle(id, event.method()));
    }

    @Bean
    OutboxHandler<PaymentEnded> orderEnded() {
        return on(
                "orders.end", PaymentEnded.class, (id, event) -> lifecycle.end(id, event.status()));
    }

    @Bean
    OutboxHandler<CodeLapsing> orderCodeLapses() {
        return on("orders.remind", CodeLapsing.class, (id, event) -> lifecycle.remind(id));
    }

    @Bean
    OutboxHandler<PaymentHeld> orderHeld() {
        return on("orders.hold", PaymentHeld.class, (id, event) -> lifecycle.hold(id));
    }

    @Bean
    OutboxHandler<HeldMoneyReturned> orderHeldMoneyReturned() {
        return on("orders.held-returned", HeldMoneyReturned.class, lifecycle::giveBack);
    }

    @Bean
    OutboxHandler<PaymentRefunded> orderRefunded() {
        return on(
                "orders.refund",
                PaymentRefunded.class,
                (id, event) ->
                        reversals.refund(
                                id,
                                Money.yen(event.amount()),
                                event.refundId().value().toString()));
    }

    @Bean
    OutboxHandler<RefundFailed> orderRefundFailed() {
        return on("orders.refund-failed", RefundFailed.class, reversals::refundFailed);
    }

    @Bean
    OutboxHandler<RefundUnderWay> orderRefundUnderWay() {
        return on("orders.refund-under-way", RefundUnderWay.class, reversals::refundUnderWay);
    }

    @Bean
    OutboxHandler<DisputeOpened> orderDisputed() {
        return on(
                "orders.dispute",
                DisputeOpened.class,
                (id, event) -> reversals.dispute(id, Money.yen(event.amount()), event.disputeId()));
    }

    @Bean
    OutboxHandler<DisputeClosed> orderDisputeClosed() {
        return on(
                "orders.dispute-closed",
                DisputeClosed.class,
                (id, event) -> reversals.closeDispute(id, event.won(), event.disputeId()));
    }

    private static <E extends OutboxEvent> OutboxHandler<E> on(
            String name, Class<E> event, BiFunction<OrderId, E, Mono<Void>> step) {
        return new Follower<>(name, event, step);
    }

    /** Payments for other things than orders are none of our business. */
    private record Follower<E extends OutboxEvent>(
            String name, Class<E> event, BiFunction<OrderId, E, Mono<Void>> step)
            implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E happened) {
            return Mono.justOrEmpty(OrderId.ofPurpose(happened.stream()))
                    .flatMap(id -> step.apply(id, happened));
        }
    }
}
