package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.PledgeId;
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

/** What a pledge does when something happens to a payment under it. */
@Configuration(proxyBeanMethods = false)
class GiftFollowers {

    private final PledgeLifecycle lifecycle;
    private final Charging charging;
    private final GiftReversals reversals;

    GiftFollowers(PledgeLifecycle lifecycle, Charging charging, GiftReversals reversals) {
        this.lifecycle = lifecycle;
        this.charging = charging;
        this.reversals = reversals;
    }

    @Bean
    OutboxHandler<PaymentAwaiting> giftAwaits() {
        return on("giving.await", PaymentAwaiting.class, (id, event) -> lifecycle.await(id));
    }

    @Bean
    OutboxHandler<PaymentSettled> giftCharged() {
        return on("giving.charge", PaymentSettled.class, charging::charge);
    }

    @Bean
    OutboxHandler<PaymentEnded> giftEnded() {
        return on(
                "giving.end", PaymentEnded.class, (id, event) -> lifecycle.end(id, event.status()));
    }

    @Bean
    OutboxHandler<CodeLapsing> giftCodeLapses() {
        return on("giving.remind", CodeLapsing.class, (id, event) -> lifecycle.remind(id));
    }

    @Bean
    OutboxHandler<PaymentHeld> giftHeld() {
        return on("giving.hold", PaymentHeld.class, (id, event) -> lifecycle.hold(id));
    }

    @Bean
    OutboxHandler<HeldMoneyReturned> giftHeldMoneyReturned() {
        return on("giving.held-returned", HeldMoneyReturned.class, lifecycle::giveBack);
    }

    @Bean
    OutboxHandler<PaymentRefunded> giftRefunded() {
        return on("giving.refund", PaymentRefunded.class, reversals::refund);
    }

    @Bean
    OutboxHandler<RefundFailed> giftRefundFailed() {
        return on("giving.refund-failed", RefundFailed.class, reversals::refundFailed);
    }

    @Bean
    OutboxHandler<RefundUnderWay> giftRefundUnderWay() {
        return on("giving.refund-under-way", RefundUnderWay.class, reversals::refundUnderWay);
    }

    @Bean
    OutboxHandler<DisputeOpened> giftDisputed() {
        return on("giving.dispute", DisputeOpened.class, reversals::dispute);
    }

    @Bean
    OutboxHandler<DisputeClosed> giftDisputeClosed() {
        return on("giving.dispute-closed", DisputeClosed.class, reversals::closeDispute);
    }

    private static <E extends OutboxEvent> OutboxHandler<E> on(
            String name, Class<E> event, BiFunction<PledgeId, E, Mono<Void>> step) {
        return new Follower<>(name, event, step);
    }

    /** Payments for other things than gifts are none of our business. */
    private record Follower<E extends OutboxEvent>(
            String name, Class<E> event, BiFunction<PledgeId, E, Mono<Void>> step)
            implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E happened) {
            return Mono.justOrEmpty(PledgeId.ofPurpose(happened.stream()))
                    .flatMap(id -> step.apply(id, happened));
        }
    }
}
