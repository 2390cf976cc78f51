package org.lfnkr.zabuton.reporting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How soon something is told to everybody.
 *
 * @param delayDays after the end of its month; 30 by default, so that nobody can follow money on
 *     its way
 */
@ConfigurationProperties("zabuton.reporting")
record ReportingProperties(@DefaultValue("30") int delayDays) {

    ReportingProperties {
        if (delayDays < 0 || delayDays > 366) {
            throw new IllegalArgumentException("zabuton.reporting.delay-days: 0 to 366");
        }
    }

    /** The last month that everybody may see on a day. */
    YearMonth last(LocalDate today) {
        return YearMonth.from(today.minusDays(delayDays).plusDays(1)).minusMonths(1);
    }
}
