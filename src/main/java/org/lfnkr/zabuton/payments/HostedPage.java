package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.modulith.NamedInterface;

import java.time.Duration;
import java.time.Instant;

/** Somebody's page at a provider, on which something is paid or begun. */
@NamedInterface("inside")
public interface HostedPage {

    /** Stripe allows 30 minutes to 24 hours; an hour leaves half of it for the first try. */
    Duration LIFE = Duration.ofMinutes(60);

    /** Less than this before its end it is not opened any more. */
    Duration SHORTEST = Duration.ofMinutes(31);

    /** What Stripe says about a page that has just expired may lag behind. */
    Duration GRACE = Duration.ofMinutes(2);

    /** What it is about, such as {@code payment/…}. */
    String subject();

    SubjectId payer();

    /** By what the provider knows it; null until it has said so. */
    @Nullable String session();

    /** Whether it may still be open. */
    boolean isUnfinished();

    /** As what the payer finds it once it is closed. */
    PaymentStatus outcome();

    /** Changes only when the attempt before is known to have come to nothing. */
    String idempotencyKey();

    Instant requestedAt();

    Instant expiresAt();

    /** When the provider was first asked for it. */
    @Nullable Instant triedAt();

    /** Stripe would refuse a page that ends so soon. */
    default boolean isTooLateToOpen(Instant now) {
        return triedAt() == null && now.plus(SHORTEST).isAfter(expiresAt());
    }

    default boolean isPastItsPage(Instant now) {
        return now.isAfter(expiresAt().plus(GRACE));
    }
}
