package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.offline.OfflineRefunds;
import org.lfnkr.zabuton.payments.offline.Returning;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.processing.RefundResult;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes a gift that was noted wrongly out of the books again, by an entry of today; the right one
 * is noted anew. Whether one person may alone, {@link CorrectionDesk} knows.
 */
@Component
class CorrectionActs {

    private static final String CORRECTED = "gift.corrected";

    private final HandGiftStore store;
    private final Payments payments;
    private final OfflineRefunds offline;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectionActs(
            HandGiftStore store,
            Payments payments,
            OfflineRefunds offline,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.offline = offline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In the transaction that holds the gift.
     *
     * @param reason no personal data
     * @param actor the account of who decided, or asked for it
     * @return empty where not all of it is there any more
     */
    Mono<HandGift> carryOut(HandGift gift, String reason, String actor) {
        RefundId refund = new RefundId(UUID.randomUUID());
        PaymentId payment = Objects.requireNonNull(gift.payment());
        return payments.refund(new RefundRequest(refund, payment, gift.amount(), actor, reason))
                .filter(RefundResult.Accepted.class::isInstance)
                .map(accepted -> gift)
                .delayUntil(it -> store.setCorrected(it.id(), refund))
                .delayUntil(it -> returned(it, refund, actor))
                .delayUntil(it -> audit.record(actor, CORRECTED, payment.toString(), reason));
    }

    /** Whether the same person has taken it back already, in the same words. */
    Mono<Boolean> isDone(HandGift gift, String reason, String actor) {
        PaymentId payment = gift.payment();
        return payment == null
                ? Mono.just(false)
                : audit.knows(actor, CORRECTED, payment.toString(), reason);
    }

    /** No money moved; the books say so by the same entry as if it had gone back. */
    private Mono<Void> returned(HandGift gift, RefundId refund, String actor) {
        return offline.giveBack(refund, gift.counterSlip(BusinessDate.of(clock.instant()), actor))
                .filter(Returning.Returned.class::isInstance)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("Gift " + gift.id() + " stays")))
                .then();
    }
}
