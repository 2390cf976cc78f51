package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.DisputeClosed;
import org.lfnkr.zabuton.payments.DisputeMoved;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.lfnkr.zabuton.payments.settlement.Step;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Carries out the steps about money that goes back, or may: refunds and disputes. */
@Component
class ReversalRecorder {

    private final PaymentChanges changes;
    private final RefundStore refunds;
    private final HoldStore holds;
    private final DisputeStore disputes;
    private final Outbox outbox;
    private final Clock clock;

    ReversalRecorder(
            PaymentChanges changes,
            RefundStore refunds,
            HoldStore holds,
            DisputeStore disputes,
            Outbox outbox,
            Clock clock) {
        this.changes = changes;
        this.refunds = refunds;
        this.holds = holds;
        this.disputes = disputes;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Void> carryOut(Payment payment, Step.OfReversal step) {
        PaymentId id = payment.id();
        return switch (step) {
            case Step.AddRefund add -> refunds.add(id, add.id(), add.refund());
            case Step.UpdateRefund update -> updateRefund(id, update);
            case Step.MoveRefund moved -> moveRefund(payment, moved);
            case Step.TellRefund told -> outbox.append(news(payment, told));
            case Step.OpenDispute opened -> openDispute(payment, opened);
            case Step.MoveDispute moved -> moveDispute(payment, moved);
            case Step.CloseDispute closed -> closeDispute(payment, closed);
        };
    }

    /** What is held and does not arrive is decided on again. */
    private Mono<Void> updateRefund(PaymentId id, Step.UpdateRefund update) {
        return refunds.update(id, update.id(), update.refund())
                .then(update.refund().status().isLive() ? Mono.empty() : holds.reopen(update.id()));
    }

    private Mono<Void> moveRefund(Payment payment, Step.MoveRefund moved) {
        Facts.Movement movement = moved.movement();
        String kind = movement.amount() < 0 ? "REFUND" : "REFUND_FAILURE";
        return changes.move(payment.id(), kind, moved.stripeId(), movement)
                .then(
                        outbox.append(
                                new RefundMoved(
                                        payment.id(),
                                        payment.purpose(),
                                        moved.id(),
                                        movement.amount(),
                                        movement.fee(),
                                        movement.id(),
                                        movement.at())));
    }

    private OutboxEvent news(Payment payment, Step.TellRefund told) {
        PaymentId id = payment.id();
        String purpose = payment.purpose();
        Facts.Refunded refund = told.refund();
        RefundId refundId = told.id();
        long amount = refund.amount();
        return switch (refund.status()) {
            case SUCCEEDED ->
                    new PaymentRefunded(id, purpose, refundId, amount, line(refund), when(told));
            case FAILED, REFUSED ->
                    new RefundFailed(
                            id,
                            purpose,
                            refundId,
                            amount,
                            told.before() == RefundStatus.SUCCEEDED,
                            refund.back() == null ? clock.instant() : refund.back().at());
            case NEEDS_ACCOUNT, PENDING, REQUESTED ->
                    new RefundUnderWay(
                            id,
                            purpose,
                            refundId,
                            amount,
                            refund.status(),
                            refund.neededBy(),
                            clock.instant());
        };
    }

    private static String line(Facts.Refunded refund) {
        return Objects.requireNonNull(refund.out(), "refund.balance_transaction").id();
    }

    /** What waited for an account arrives long after it was booked, and Stripe names no day. */
    private Instant when(Step.TellRefund told) {
        Facts.Movement out = told.refund().out();
        return told.before() == null && out != null ? out.at() : clock.instant();
    }

    private Mono<Void> openDispute(Payment payment, Step.OpenDispute opened) {
        return disputes.open(payment.id(), opened)
                .then(
                        outbox.append(
                                new DisputeOpened(
                                        payment.id(),
                                        payment.purpose(),
                                        opened.id(),
                                        opened.amount(),
                                        opened.at())));
    }

    private Mono<Void> moveDispute(Payment payment, Step.MoveDispute moved) {
        Facts.Movement movement = moved.movement();
        return changes.move(payment.id(), "DISPUTE", moved.id(), movement)
                .then(
                        outbox.append(
                                new DisputeMoved(
                                        payment.id(),
                                        payment.purpose(),
                                        moved.id(),
                                        movement.amount(),
                                        movement.fee(),
                                        movement.id(),
                                        movement.at())));
    }

    private Mono<Void> closeDispute(Payment payment, Step.CloseDispute closed) {
        return disputes.close(closed.id(), closed.state())
                .then(
                        outbox.append(
                                new DisputeClosed(
                                        payment.id(),
                                        payment.purpose(),
                                        closed.id(),
                                        closed.state() == DisputeState.WON,
                                        clock.instant())));
    }
}
