package org.lfnkr.zabuton.banking;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a row may be of. It is a suggestion: a person confirms it.
 *
 * @param reference by which its {@link Counterpart} knows it; nothing personal
 * @param title in words for staff, never with a person's name
 * @param path of its page, behind the language; null where it has none
 * @param yen what it is of, with the sign of the row
 * @param day on which it was to move; null where that is not known
 */
public record Candidate(
        String reference,
        Bilingual title,
        @Nullable String path,
        Money yen,
        @Nullable LocalDate day,
        Ground ground) {

    /** Why it is suggested, the strongest first. */
    public enum Ground {
        /** Its own reference stands in the bank's text. */
        REFERENCE,
        /** The sum and the day are those that were announced. */
        SUM_AND_DAY,
        /** The payer's name and the sum are exactly those that are waited for. */
        NAME_AND_SUM,
        /** Somebody said so of this payer before. */
        RULE,
        /** The bank's own words say so. */
        BANK,
        /** Only the sum is the same: look twice. */
        SUM,
        /** Nothing says so but whoever confirms it. */
        CHOICE;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same, where somebody said of this payer what it is. */
    public Candidate by(Ground stronger) {
        return stronger.compareTo(ground) < 0
                ? new Candidate(reference, title, path, yen, day, stronger)
                : this;
    }
}
