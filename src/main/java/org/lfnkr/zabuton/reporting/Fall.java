package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.Correction;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;

import java.time.YearMonth;
import java.util.Locale;

/**
 * What statements of orders and gifts said and say no more, of one month and for one reason.
 *
 * @param statements how many of them
 * @param units by how many they say less, all together
 * @param givers whose they are
 */
record Fall(YearMonth month, Why why, long statements, long units, Givers givers) {

    /**
     * What has fallen, and why.
     *
     * @param unitKey the kind of the outcome's units, such as {@code kilogram}
     */
    record Why(String outcome, Bilingual name, String unitKey, Correction.Step step, Cause cause) {

        /** Of which figure, as messages know it. */
        public String figure() {
            return step.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Together with those of a later month, and told in that. */
    Fall and(Fall later) {
        return new Fall(
                later.month,
                why,
                statements + later.statements,
                units + later.units,
                givers.and(later.givers));
    }

    public String name(Language language) {
        return MonthName.of(month, language);
    }
}
