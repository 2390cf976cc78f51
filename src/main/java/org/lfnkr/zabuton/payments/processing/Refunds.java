package org.lfnkr.zabuton.payments.processing;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.settlement.Recorded;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/**
 * Takes requests for refunds, in the caller's transaction; they go to Stripe after its commit, or
 * wait for a hand where Stripe never had the money.
 */
@Component
class Refunds {

    private final Records records;
    private final RefundStore store;
    private final AuditTrail audit;

    Refunds(Records records, RefundStore store, AuditTrail audit) {
        this.records = records;
        this.store = store;
        this.audit = audit;
    }

    Mono<RefundResult> request(RefundRequest request) {
        return records.lock(request.payment()).flatMap(recorded -> request(recorded, request));
    }

    private Mono<RefundResult> request(Recorded recorded, RefundRequest request) {
        RefundResult result = decide(recorded, request);
        return result instanceof RefundResult.Accepted && !isKnown(recorded, request.id())
                ? accept(recorded.payment(), request).thenReturn(result)
                : Mono.just(result);
    }

    static RefundResult decide(Recorded recorded, RefundRequest request) {
        PaymentStatus status = recorded.payment().status();
        if (status != PaymentStatus.SETTLED) {
            return new RefundResult.NotSettled(status);
        }
        Money refundable = Money.yen(recorded.payment().amount() - given(recorded));
        return isKnown(recorded, request.id()) || request.amount().compareTo(refundable) <= 0
                ? new RefundResult.Accepted(request.id())
                : new RefundResult.TooMuch(refundable);
    }

    private static long given(Recorded recorded) {
        return recorded.refunds().stream()
                .filter(refund -> refund.status().isLive() && !refund.held())
                .mapToLong(Recorded.RecordedRefund::amount)
                .sum();
    }

    private static boolean isKnown(Recorded recorded, RefundId id) {
        return recorded.refunds().stream().anyMatch(refund -> refund.id().equals(id));
    }

    private Mono<Void> accept(Payment payment, RefundRequest request) {
        return store.request(request)
                .then(payment.isPaidElsewhere() ? Mono.empty() : store.send(request))
                .then(
                        audit.record(
                                request.actor(),
                                "payment.refund",
                                request.payment().toString(),
                                request.reason()));
    }
}
