package org.lfnkr.zabuton.payments.processing;

import io.micrometer.core.instrument.MeterRegistry;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HeldMoneyMoved;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentAwaiting;
import org.lfnkr.zabuton.payments.PaymentEnded;
import org.lfnkr.zabuton.payments.PaymentHeld;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentSettled;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.settlement.Step;
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
    private final ReversalRecorder reversals;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    Recorder(
            PaymentChanges changes,
            ReversalRecorder reversals,
            Outbox outbox,
            AuditTrail audit,
            MeterRegistry meters,
            Clock clock) {
        this.changes = changes;
        this.reversals = reversals;
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
            case Step.OfReversal reversal -> reversals.carryOut(payment, reversal);
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

    private void count(HoldReason reason) {
        meters.counter("zabuton.payments.held", "reason", reason.name()).increment();
    }

    private Mono<Void> note(Payment payment, String action, String reason) {
        return audit.record(ACTOR, action, payment.id().toString(), reason);
    }
}
