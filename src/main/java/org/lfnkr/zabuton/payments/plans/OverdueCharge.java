package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import java.net.URI;
import java.time.Instant;

/**
 * A charge that was tried in vain.
 *
 * @param invoice Stripe's id
 * @param actionUrl Stripe's page where the payer pays it or passes 3-D Secure; whoever has the
 *     address sees whose it is, so it is shown to the payer only
 * @param nextAttemptAt when the card is charged again by itself; null when it is not
 * @param attempts so far
 * @param needsAction whether the bank wants the payer to authenticate
 * @param needsCard whether the bank has refused this card for good
 */
public record OverdueCharge(
        String invoice,
        Money amount,
        @Nullable URI actionUrl,
        @Nullable Instant nextAttemptAt,
        int attempts,
        boolean needsAction,
        boolean needsCard) {}
