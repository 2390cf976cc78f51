package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;

import java.time.LocalDate;

/**
 * How a plan stood before or after a change.
 *
 * @param cause what it is given for; null where that is not on record
 * @param nextCharge in Tokyo; null where none is to come
 */
public record PlanMark(
        Frequency frequency,
        GiftParts parts,
        @Nullable Cause cause,
        @Nullable LocalDate nextCharge) {}
