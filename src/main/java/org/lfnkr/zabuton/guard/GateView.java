package org.lfnkr.zabuton.guard;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A gate as staff see it. The counts are of the last 24 hours.
 *
 * @param changedAt when the mode was last changed; null while it is as delivered
 * @param passed attempts that reached Stripe
 * @param finished those of them that were paid
 * @param stopped times that somebody was asked for a proof or turned away
 */
public record GateView(
        Gate gate,
        GateMode mode,
        @Nullable Instant changedAt,
        long passed,
        long finished,
        long stopped) {}
