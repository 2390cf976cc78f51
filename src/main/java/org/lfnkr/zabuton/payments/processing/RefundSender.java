package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Sends refunds to Stripe until it is known what became of them. */
@Component
public class RefundSender implements Job {

    static final String KIND = "payments.refund";

    private final RefundStore refunds;
    private final HoldStore holds;
    private final PaymentStore payments;
    private final PaymentProvider stripe;
    private final Inquiry inquiry;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RefundSender(
            RefundStore refunds,
            HoldStore holds,
            PaymentStore payments,
            PaymentProvider stripe,
            Inquiry inquiry,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.refunds = refunds;
        this.holds = holds;
        this.payments = payments;
        this.stripe = stripe;
        this.inquiry = inquiry;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> attempt(WorkItem item) {
        RefundId id = new RefundId(UUID.fromString(item.key()));
        return refunds.due(id)
                .flatMap(due -> send(due, item.attempts()))
                .flatMap(outcome -> refunds.due(id).map(due -> failed(outcome)))
                .defaultIfEmpty(WorkResult.DONE);
    }

    private static WorkResult failed(Outcome outcome) {
        return new WorkResult.Failed(outcome.name());
    }

    /** Stripe forgets a key after a day, so it is asked before anything is repeated. */
    private Mono<Outcome> send(RefundStore.Due due, int attempts) {
        return attempts > 1
                ? ask(due).flatMap(
                                outcome ->
                                        outcome.isSettledForNow() ? send(due) : Mono.just(outcome))
                : send(due);
    }

    private Mono<Outcome> send(RefundStore.Due asked) {
        return refunds.due(asked.id())
                .flatMap(due -> payments.find(due.payment()))
                .flatMap(payment -> refund(payment, asked))
                .defaultIfEmpty(Outcome.DONE);
    }

    private Mono<Outcome> refund(Payment payment, RefundStore.Due due) {
        RefundStore.Held held = due.held();
        return Mono.justOrEmpty(held == null ? payment.intent() : held.intent())
                .flatMap(intent -> stripe.refund(due.id(), intent, due.amount()))
                .flatMap(answer -> answered(payment, due, answer));
    }

    private Mono<Outcome> answered(Payment payment, RefundStore.Due due, Answer<String> answer) {
        return switch (answer) {
            case Answer.Known<String> made -> ask(due);
            case Answer.Refused<String> refused -> refuse(payment, due);
            default -> Mono.just(Outcome.UNREACHABLE);
        };
    }

    private Mono<Outcome> ask(RefundStore.Due due) {
        RefundStore.Held held = due.held();
        return held == null
                ? inquiry.ask(due.payment())
                : inquiry.askHeld(due.payment(), held.session(), held.intent());
    }

    private Mono<Outcome> refuse(Payment payment, RefundStore.Due due) {
        return refunds.refuse(due.id())
                .filter(refused -> refused)
                .flatMap(
                        refused ->
                                due.held() == null
                                        ? outbox.append(failed(payment, due))
                                        : holds.reopen(due.id()))
                .as(transaction::transactional)
                .thenReturn(Outcome.DONE);
    }

    private RefundFailed failed(Payment payment, RefundStore.Due due) {
        return new RefundFailed(
                payment.id(), payment.purpose(), due.id(), due.amount(), false, clock.instant());
    }
}
