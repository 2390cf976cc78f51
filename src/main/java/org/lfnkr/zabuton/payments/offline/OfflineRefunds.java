package org.lfnkr.zabuton.payments.offline;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundMoved;
import org.lfnkr.zabuton.payments.processing.PaymentChanges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * Refunds of money that came another way than through Stripe. They are asked for as ever, at {@link
 * org.lfnkr.zabuton.payments.processing.Payments}, and wait until somebody says that it was handed
 * back.
 */
@Service
public class OfflineRefunds {

    private final OfflineStore store;
    private final PaymentChanges changes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    OfflineRefunds(
            OfflineStore store,
            PaymentChanges changes,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The refunds that wait for a hand, oldest first, a hundred at most. */
    public Flux<Waiting> waiting() {
        return store.waiting();
    }

    /**
     * Says that a refund was handed back whole, by whichever means. The same slip counts once,
     * however often it is said.
     */
    @Transactional
    public Mono<Returning> giveBack(RefundId refund, Slip slip) {
        if (slip.isToCome(clock.instant())) {
            return Mono.just(new Returning.NotYet());
        }
        return again(refund, slip)
                .switchIfEmpty(
                        Mono.defer(() -> store.waiting(refund).flatMap(it -> giveBack(it, slip))))
                .defaultIfEmpty(new Returning.NotWaiting());
    }

    private Mono<Returning> again(RefundId refund, Slip slip) {
        return store.moved(slip)
                .map(
                        moved ->
                                moved.kind().equals("REFUND")
                                                && moved.object().equals(refund.toString())
                                        ? new Returning.Returned(refund)
                                        : new Returning.ReferenceTaken());
    }

    private Mono<Returning> giveBack(Waiting refund, Slip slip) {
        long yen = refund.amount().yen();
        RefundMoved moved =
                new RefundMoved(
                        refund.payment(),
                        refund.purpose(),
                        refund.id(),
                        -yen,
                        0,
                        slip.line(),
                        slip.at());
        PaymentRefunded refunded =
                new PaymentRefunded(
                        refund.payment(),
                        refund.purpose(),
                        refund.id(),
                        yen,
                        slip.line(),
                        slip.at());
        return store.giveBack(refund.id(), slip)
                .then(
                        changes.move(
                                refund.payment(),
                                "REFUND",
                                refund.id().toString(),
                                slip.movement(-yen)))
                .then(
                        audit.record(
                                slip.by(),
                                "payment.returned",
                                refund.payment().toString(),
                                slip.line()))
                .then(outbox.append(moved))
                .then(outbox.append(refunded))
                .thenReturn(new Returning.Returned(refund.id()));
    }
}
