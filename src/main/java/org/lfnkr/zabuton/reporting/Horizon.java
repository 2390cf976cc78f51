package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when something is told.
 *
 * @param day the last of it, in Tokyo
 */
record Horizon(LocalDate day) {

    /** The first moment that is not. */
    Instant end() {
        return day.plusDays(1).atStartOfDay(BusinessDate.TOKYO).toInstant();
    }
}
