package org.lfnkr.zabuton.impact;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of the allocation policy, as everybody may read it.
 *
 * @param decidedAt when a second person agreed; null of the one that the books began with
 * @param withdrawal null where it was, is or will be in force
 */
public record PolicyVersion(
        AllocationPolicy policy,
        Bilingual reason,
        @Nullable Instant decidedAt,
        @Nullable Withdrawal withdrawal) {

    /** That it never came into force, and why. */
    public record Withdrawal(Instant at, Bilingual reason) {}

    /** Whether it waits for its first day, and can still be withdrawn. */
    public boolean isToCome(LocalDate today) {
        return withdrawal == null && policy.effectiveFrom().isAfter(today);
    }
}
