package org.lfnkr.zabuton.payments.processing;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.payments.DisputeClosed;
import org.lfnkr.zabuton.payments.DisputeMoved;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HeldMoneyMoved;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentAwaiting;
import org.lfnkr.zabuton.payments.PaymentEnded;
import org.lfnkr.zabuton.payments.PaymentHeld;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundUnderWay;
import org.lfnkr.zabuton.payments.settlement.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Carries out one step: the rows change and the event is appended in one transaction. */
@Component
class Recorder {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final String ACTOR = "payments";

    private final PaymentChanges changes;
    private final RefundStore refunds;
    private final HoldStore holds;
    private final DisputeStore disputes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    Recorder(
            PaymentChanges changes,
            RefundStore refunds,
            HoldStore holds,
            DisputeStore disputes,
            Outbox outbox,
            AuditTrail audit,
            MeterRegistry meters,
            Clock clock) {
        this.changes = changes;
        this.refunds = refunds;
        this.holds = holds;
        this.disputes = disputes;
        this.outbox = outbox;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    Mono<Void> carryOut(Payment payment, Step step) {
        PaymentId id = payment.id();
        return switch (step) {
            case Step.Adopt adopt -> changes.adopt(id, adopt.session(), adopt.intent());
            case Step.Open open -> changes.open(id);
            case Step.Await await -> await(payment, await.voucher());
            case Step.Settle settle -> settle(payment, settle);
            case Step.End end -> end(payment, end.status());
            case Step.Hold hold -> hold(payment, hold);
            case Step.Report report -> report(payment, report);
            case Step.MoveHeld held -> moveHeld(payment, held);
            case Step.AddRefund add -> refunds.add(id, add.id(), add.refund());
            case Step.UpdateRefund update -> updateRefund(id, update);
            case Step.MoveRefund moved -> moveRefund(payment, moved);
            case Step.TellRefund told -> outbox.append(news(payment, told));
            case Step.OpenDispute opened -> openDispute(payment, opened);
            case Step.MoveDispute moved -> moveDispute(payment, moved);
            case Step.CloseDispute closed -> closeDispute(payment, closed);
        };
    }

    private Mono<Void> await(Payment payment, Facts.Voucher voucher) {
        return changes.await(payment.id(), voucher)
                .then(
                        outbox.append(
                                new PaymentAwaiting(
                                        payment.id(), payment.purpose(), voucher.payBy())));
    }

    private Mono<Void> settle(Payment payment, Step.Settle settle) {
        Facts.Movement movement = settle.movement();
        log.info(
                "Payment {} of {}: ¥{} by {}, fee ¥{}, {}",
                payment.id(),
                payment.purpose(),
                movement.amount(),
                settle.charge().method(),
                movement.fee(),
                movement.id());
        return changes.settle(payment.id(), settle.charge(), movement)
                .then(
                        outbox.append(
                                new PaymentSettled(
                                        payment.id(),
                                        payment.purpose(),
                                        movement.amount(),
                                        movement.fee(),
                                        movement.id(),
                                        settle.charge().method(),
                                        movement.at())));
    }

    private Mono<Void> end(Payment payment, PaymentStatus status) {
        return changes.end(payment.id(), status)
                .then(
                        outbox.append(
                                new PaymentEnded(
                                        payment.id(), payment.purpose(), status, clock.instant())));
    }

    private Mono<Void> hold(Payment payment, Step.Hold hold) {
        count(hold.reason());
        return changes.hold(payment.id(), hold.reason())
                .then(note(payment, "payment.held", hold.reason().name()))
                .then(
                        outbox.append(
                                new PaymentHeld(
                                        payment.id(),
                                        payment.purpose(),
                                        hold.reason(),
                                        payment.amount(),
                                        hold.actual(),
                                        hold.currency())));
    }

    private Mono<Void> moveHeld(Payment payment, Step.MoveHeld held) {
        return changes.moveHeld(payment.id(), held.object(), held.movement())
                .then(
                        outbox.append(
                                HeldMoneyMoved.by(
                                        held.movement(), payment.id(), payment.purpose())));
    }

    private Mono<Void> report(Payment payment, Step.Report report) {
        count(report.reason());
        return note(payment, "payment.reported", report.reason() + " " + report.session());
    }

    /** What is held and does not arrive is decided on again. */
    private Mono<Void> updateRefund(PaymentId id, Step.UpdateRefund update) {
        return refunds.update(id, update.id(), update.refund())
                .then(update.refund().status().isLive() ? Mono.empty() : holds.reopen(update.id()));
    }

    private void count(HoldReason reason) {
        meters.counter("zabuton.payments.held", "reason", reason.name()).increment();
    }

    private Mono<Void> note(Payment payment, String action, String reason) {
        return audit.record(ACTOR, action, payment.id().toString(), reason);
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
