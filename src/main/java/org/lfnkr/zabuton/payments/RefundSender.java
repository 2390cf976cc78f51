package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.outbox.Outbox;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Sends refunds to Stripe until it is known what became of them. */
@NamedInterface("inside")
@Component
public class RefundSender {

    private final RefundStore refunds;
    private final PaymentStore payments;
    private final PaymentProvider stripe;
    private final Inquiry inquiry;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RefundSender(
            RefundStore refunds,
            PaymentStore payments,
            PaymentProvider stripe,
            Inquiry inquiry,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.stripe = stripe;
        this.inquiry = inquiry;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Long> sendDue() {
        return refunds.claim()
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::send)
                .count();
    }

    /** Stripe forgets a key after a day, so it is asked before anything is repeated. */
    private Mono<Outcome> send(RefundStore.Due due) {
        Mono<Outcome> before =
                due.attempts() > 1 ? inquiry.ask(due.payment()) : Mono.just(Outcome.DONE);
        return before.filter(Outcome::isSettledForNow)
                .flatMap(outcome -> refunds.isWaiting(due.id()))
                .filter(waiting -> waiting)
                .flatMap(waiting -> payments.find(due.payment()))
                .flatMap(payment -> refund(payment, due))
                .defaultIfEmpty(Outcome.DONE);
    }

    private Mono<Outcome> refund(Payment payment, RefundStore.Due due) {
        return Mono.justOrEmpty(payment.intent())
                .flatMap(intent -> stripe.refund(due.id(), intent, due.amount()))
                .flatMap(answer -> answered(payment, due, answer));
    }

    private Mono<Outcome> answered(Payment payment, RefundStore.Due due, Answer<String> answer) {
        return switch (answer) {
            case Answer.Known<String> made -> inquiry.ask(payment.id());
            case Answer.Refused<String> refused -> refuse(payment, due);
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    private Mono<Outcome> refuse(Payment payment, RefundStore.Due due) {
        return refunds.refuse(due.id())
                .filter(refused -> refused)
                .flatMap(refused -> outbox.append(failed(payment, due)))
                .as(transaction::transactional)
                .thenReturn(Outcome.DONE);
    }

    private RefundFailed failed(Payment payment, RefundStore.Due due) {
        return new RefundFailed(
                payment.id(), payment.purpose(), due.id(), due.amount(), false, clock.instant());
    }
}
