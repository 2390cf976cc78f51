package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;

import java.time.LocalDate;

/**
 * How a plan stood before or after a change.
 *
 * @param nextCharge in Tokyo; null where none is to come
 */
public record PlanMark(Frequency frequency, GiftParts parts, @Nullable LocalDate nextCharge) {}
