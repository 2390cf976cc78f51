package org.lfnkr.zabuton.payments;

import java.time.Instant;
import java.util.Set;

/**
 * Stripe's word that an object has changed, and nothing more: what has become of it is asked.
 *
 * @param live whether real money is meant
 */
record Notice(String eventId, String type, String objectId, Instant createdAt, boolean live) {

    private static final String SESSION = "checkout.session.";
    private static final String REFUND = "refund.";

    /** What the webhook endpoint subscribes to, and the sweep reads. */
    static final Set<String> TYPES =
            Set.of(
                    SESSION + "completed",
                    SESSION + "async_payment_succeeded",
                    SESSION + "async_payment_failed",
                    SESSION + "expired",
                    REFUND + "created",
                    REFUND + "updated",
                    REFUND + "failed",
                    "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated");

    boolean isKnown() {
        return TYPES.contains(type);
    }

    boolean isAboutSession() {
        return type.startsWith(SESSION);
    }

    boolean isAboutRefund() {
        return type.startsWith(REFUND);
    }
}
