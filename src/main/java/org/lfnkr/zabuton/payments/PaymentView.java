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
        @Nullable DisputeState dispute) {}
