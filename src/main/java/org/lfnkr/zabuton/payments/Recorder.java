package org.lfnkr.zabuton.payments;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;

/** Carries out one step: the rows change and the event is appended in one transaction. */
@Component
class Recorder {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final String ACTOR = "payments";

    private final PaymentChanges changes;
    private final RefundStore refunds;
    private final DisputeStore disputes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    Recorder(
            PaymentChanges changes,
            RefundStore refunds,
            DisputeStore disputes,
            Outbox outbox,
            AuditTrail audit,
            MeterRegistry meters,
            Clock clock) {
        this.changes = changes;
        this.refunds = refunds;
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
            case Step.AddRefund add -> refunds.add(id, add.id(), add.refund());
            case Step.UpdateRefund update ->
                    refunds.update(update.id(), update.stripeId(), update.status());
            case Step.SendRefund sent -> sendRefund(payment, sent);
            case Step.ReturnRefund returned -> returnRefund(payment, returned);
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

    private Mono<Void> report(Payment payment, Step.Report report) {
        count(report.reason());
        return note(payment, "payment.reported", report.reason() + " " + report.session());
    }

    private void count(HoldReason reason) {
        meters.counter("zabuton.payments.held", "reason", reason.name()).increment();
    }

    private Mono<Void> note(Payment payment, String action, String reason) {
        return audit.record(ACTOR, action, payment.id().toString(), reason);
    }

    private Mono<Void> sendRefund(Payment payment, Step.SendRefund sent) {
        return changes.move(payment.id(), "REFUND", sent.stripeId(), sent.movement())
                .then(
                        outbox.append(
                                new PaymentRefunded(
                                        payment.id(),
                                        payment.purpose(),
                                        sent.id(),
                                        sent.amount(),
                                        sent.movement().id(),
                                        sent.movement().at())));
    }

    private Mono<Void> returnRefund(Payment payment, Step.ReturnRefund returned) {
        Facts.Movement movement = returned.movement();
        Mono<Void> moved =
                movement == null
                        ? Mono.empty()
                        : changes.move(
                                payment.id(), "REFUND_FAILURE", returned.stripeId(), movement);
        return moved.then(
                outbox.append(
                        new RefundFailed(
                                payment.id(),
                                payment.purpose(),
                                returned.id(),
                                returned.amount(),
                                movement == null ? null : movement.id(),
                                movement == null ? clock.instant() : movement.at())));
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
