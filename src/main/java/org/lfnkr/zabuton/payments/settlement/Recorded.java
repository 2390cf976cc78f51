package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Payment;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is recorded of a payment.
 *
 * @param movements ids of the balance transactions that had their effect
 */
public record Recorded(
        Payment payment,
        List<RecordedRefund> refunds,
        Map<String, DisputeState> disputes,
        Set<String> movements) {

    /**
     * @param held whether it gives back money that is held, and none of the payment's own
     */
    public record RecordedRefund(
            RefundId id,
            @Nullable String stripeId,
            long amount,
            RefundStatus status,
            @Nullable Instant neededBy,
            boolean held) {

        /** Of the payment's own money. */
        RecordedRefund(
                RefundId id,
                @Nullable String stripeId,
                long amount,
                RefundStatus status,
                @Nullable Instant neededBy) {
            this(id, stripeId, amount, status, neededBy, false);
        }

        /** What was last known of it at Stripe; empty before that. */
        Optional<RefundStatus> known() {
            return stripeId == null ? Optional.empty() : Optional.of(status);
        }
    }

    /** Whether the line of its charge has had its effect. */
    boolean knows(Facts.@Nullable Intent intent) {
        Facts.Movement movement =
                intent == null || intent.charge() == null ? null : intent.charge().movement();
        return movement != null && movements.contains(movement.id());
    }

    /** A refund is known by Stripe's id, or by ours while Stripe's has not come back yet. */
    Optional<RecordedRefund> refund(Facts.Refunded fact) {
        return refunds.stream()
                .filter(refund -> fact.id().equals(refund.stripeId()))
                .findFirst()
                .or(() -> requested(fact));
    }

    private Optional<RecordedRefund> requested(Facts.Refunded fact) {
        return refunds.stream()
                .filter(refund -> refund.stripeId() == null && refund.id().equals(fact.request()))
                .findFirst();
    }
}
