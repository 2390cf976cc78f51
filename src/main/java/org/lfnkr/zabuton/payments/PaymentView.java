package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.net.URI;
import java.time.Instant;

/**
 * A payment as a page shows it.
 *
 * @param refunded what is refunded or on its way back
 * @param method Stripe's name of how it was paid, such as {@code card} or {@code konbini}
 * @param instructions the konbini code's page, while it can be paid
 * @param payBy until when the konbini code can be paid
 * @param cancelling the payer has cancelled; until Stripe has answered it is not known to have
 *     ended
 * @param intent by which it is found at Stripe, {@code pi_…}, once it is known
 * @param addressRefused Stripe does not take the payer's mail address and asks for another
 */
public record PaymentView(
        PaymentId id,
        String purpose,
        PaymentStatus status,
        Money amount,
        Money refunded,
        @Nullable String method,
        @Nullable URI instructions,
        @Nullable Instant payBy,
        @Nullable Instant settledAt,
        boolean cancelling,
        boolean addressRefused,
        @Nullable DisputeState dispute,
        @Nullable String intent) {}
