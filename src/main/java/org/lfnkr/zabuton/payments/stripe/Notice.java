package org.lfnkr.zabuton.payments.stripe;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stripe's word that an object has changed, and nothing more: what has become of it is asked.
 *
 * @param live whether real money is meant
 */
record Notice(String eventId, String type, String objectId, Instant createdAt, boolean live) {

    private static final String SESSION = "checkout.session.";
    private static final String REFUND = "refund.";
    private static final String DISPUTE = "charge.dispute.";

    /** No webhook brings it: it is asked about where a line of the balance names one. */
    private static final String CHARGE = "charge.updated";

    private static final String INVOICE = "invoice.";
    private static final String SUBSCRIPTION = "customer.subscription.";

    /** What the webhook endpoint subscribes to. */
    static final Set<String> TYPES =
            Set.of(
                    SESSION + "completed",
                    SESSION + "async_payment_succeeded",
                    SESSION + "async_payment_failed",
                    SESSION + "expired",
                    REFUND + "created",
                    REFUND + "updated",
                    REFUND + "failed",
                    DISPUTE + "created",
                    DISPUTE + "updated",
                    DISPUTE + "closed",
                    DISPUTE + "funds_withdrawn",
                    DISPUTE + "funds_reinstated",
                    // Not invoice.created: Stripe waits for its answer before it charges.
                    INVOICE + "paid",
                    INVOICE + "payment_failed",
                    INVOICE + "payment_action_required",
                    INVOICE + "finalization_failed",
                    INVOICE + "voided",
                    INVOICE + "marked_uncollectible",
                    SUBSCRIPTION + "created",
                    SUBSCRIPTION + "updated",
                    SUBSCRIPTION + "deleted");

    /**
     * What the sweep reads: Stripe lists at most 20 types at once. The one that is left out tells
     * nothing that is not seen when the plan is asked about next.
     */
    static final Set<String> SWEPT =
            TYPES.stream()
                    .filter(type -> !type.equals(INVOICE + "finalization_failed"))
                    .collect(Collectors.toUnmodifiableSet());

    boolean isKnown() {
        return TYPES.contains(type);
    }

    About about() {
        if (type.startsWith(SESSION)) {
            return About.SESSION;
        }
        if (type.startsWith(REFUND)) {
            return About.REFUND;
        }
        if (type.startsWith(DISPUTE)) {
            return About.DISPUTE;
        }
        if (type.startsWith(CHARGE)) {
            return About.CHARGE;
        }
        return type.startsWith(INVOICE) ? About.INVOICE : About.SUBSCRIPTION;
    }

    /** What kind of object has changed. */
    enum About {
        SESSION,
        REFUND,
        DISPUTE,
        CHARGE,
        INVOICE,
        SUBSCRIPTION
    }
}
