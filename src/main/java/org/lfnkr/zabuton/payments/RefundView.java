package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.util.Locale;

/**
 * A refund as a page shows it.
 *
 * @param neededBy until when the payer can name an account, while one is needed
 */
public record RefundView(
        RefundId id,
        Money amount,
        RefundStatus status,
        Instant requestedAt,
        @Nullable Instant neededBy) {

    /** Of a refund that needs nothing of the payer. */
    public RefundView(RefundId id, Money amount, RefundStatus status, Instant requestedAt) {
        this(id, amount, status, requestedAt, null);
    }

    /** Whether there is something to say of it that the sum of what went back does not tell. */
    public boolean isUnderWay() {
        return status == RefundStatus.NEEDS_ACCOUNT || status == RefundStatus.PENDING;
    }

    /** As messages know its status. */
    public String code() {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
