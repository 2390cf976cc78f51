package org.lfnkr.zabuton.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.LocalDate;

/**
 * How long files are kept.
 *
 * @param keptForYears after the day of what they prove; what is sealed already keeps the end that
 *     it has
 */
@ConfigurationProperties("zabuton.evidence")
record EvidenceProperties(@DefaultValue("10") int keptForYears) {

    EvidenceProperties {
        if (keptForYears < 1 || keptForYears > 100) {
            throw new IllegalArgumentException("zabuton.evidence.kept-for-years: 1 to 100");
        }
    }

    /** The last day on which what proves something of this day is kept. */
    LocalDate until(LocalDate day) {
        return day.plusYears(keptForYears);
    }
}
