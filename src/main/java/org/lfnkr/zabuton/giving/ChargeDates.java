package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The days on which a gift that begins today is charged, by the Tokyo calendar. A month without the
 * day is charged on its last.
 *
 * @param first today
 * @param second null for what is given once
 * @param third null for what is given once
 */
public record ChargeDates(LocalDate first, @Nullable LocalDate second, @Nullable LocalDate third) {

    public static ChargeDates from(LocalDate first, Frequency frequency) {
        return switch (frequency) {
            case ONCE -> new ChargeDates(first, null, null);
            case MONTHLY -> new ChargeDates(first, first.plusMonths(1), first.plusMonths(2));
            case YEARLY -> new ChargeDates(first, first.plusYears(1), first.plusYears(2));
        };
    }
}
