package org.lfnkr.zabuton.funds.policies;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A policy that somebody wishes for; it is whole, or it is none.
 *
 * @param from first day, in Tokyo
 * @param reason for everybody to read
 * @param version what it became; null while nobody has agreed
 */
record PolicyDraft(
        UUID id,
        LocalDate from,
        Shares ofProfit,
        Shares ofGift,
        Bilingual reason,
        @Nullable Integer version) {}
