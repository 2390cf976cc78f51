package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * How a plan stood before or after a change.
 *
 * @param nextCharge in Tokyo; null where none is to come
 */
public record PlanMark(Frequency frequency, GiftParts parts, @Nullable LocalDate nextCharge) {}
