package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;

/**
 * A payment under a pledge that has arrived.
 *
 * @param parts as they were paid
 * @param fee what Stripe kept, in yen
 * @param refunded what went back so far, in yen
 * @param lost to a dispute
 * @param corrections how often what is kept of it has changed
 */
public record Charge(
        PaymentId payment,
        PledgeId pledge,
        GiftParts parts,
        Money fee,
        String method,
        Money refunded,
        boolean disputed,
        boolean lost,
        int corrections,
        Instant chargedAt) {

    /** What is left of the parts after what went back. */
    public GiftParts kept() {
        return lost ? GiftParts.NONE : parts.minus(parts.back(refunded));
    }

    public boolean isRefundedWhole() {
        return refunded.equals(parts.total());
    }
}
