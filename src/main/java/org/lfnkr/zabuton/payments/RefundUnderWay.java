package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.outbox.EventName;
import org.lfnkr.zabuton.outbox.OutboxEvent;

import java.time.Instant;

/**
 * A refund has not arrived yet: it waits for an account, is on its way, or has come back from the
 * bank and waits again.
 *
 * @param amount yen, positive
 * @param status {@link RefundStatus#NEEDS_ACCOUNT} or {@link RefundStatus#PENDING}
 * @param neededBy until when the payer can name an account, while one is needed
 */
@EventName("payments.refund-under-way.1")
public record RefundUnderWay(
        PaymentId paymentId,
        String purpose,
        RefundId refundId,
        long amount,
        RefundStatus status,
        @Nullable Instant neededBy,
        Instant at)
        implements OutboxEvent {

    @Override
    public String stream() {
        return purpose;
    }
}
