package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.modulith.NamedInterface;

import java.time.Instant;

/**
 * A payment as it is recorded.
 *
 * @param attempt part of the idempotency key; raised only when the one before is known to have come
 *     to nothing
 * @param triedAt when Stripe was first asked for a session
 * @param plan the plan whose invoice made this payment
 */
@NamedInterface("inside")
public record Payment(
        PaymentId id,
        String purpose,
        SubjectId payer,
        PaymentStatus status,
        long amount,
        int attempt,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant triedAt,
        boolean cancelAsked,
        @Nullable String session,
        @Nullable String intent,
        @Nullable PlanId plan)
        implements HostedPage {

    /** Money that came another way can't go back through Stripe. */
    public boolean isPaidElsewhere() {
        return status == PaymentStatus.SETTLED && intent == null;
    }

    /** There never was a page for it. */
    public boolean isMadeByInvoice() {
        return plan != null;
    }

    @Override
    public String subject() {
        return "payment/" + id;
    }

    @Override
    public boolean isUnfinished() {
        return status == PaymentStatus.OPEN;
    }

    @Override
    public PaymentStatus outcome() {
        return status;
    }

    @Override
    public String idempotencyKey() {
        return "checkout:" + id + ":" + attempt;
    }
}
