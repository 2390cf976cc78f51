package org.lfnkr.zabuton.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day on which something counts for the books: the calendar day in Tokyo. */
public final class BusinessDate {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private BusinessDate() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, TOKYO);
    }
}
