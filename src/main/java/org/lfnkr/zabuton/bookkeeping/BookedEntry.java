package org.lfnkr.zabuton.bookkeeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An entry of the journal that a payment made.
 *
 * @param number by which the journal knows it
 * @param occurredOn the day of the fact, by the Tokyo calendar
 * @param bookedOn the same, or a later one where its month was closed
 * @param kind why it was made, such as {@code REFUND}
 * @param postings which add up to zero
 */
public record BookedEntry(
        long number,
        LocalDate occurredOn,
        LocalDate bookedOn,
        String kind,
        List<BookedPosting> postings) {

    public BookedEntry {
        postings = List.copyOf(postings);
    }

    /** Whether it stands on a later day than the one on which it happened. */
    public boolean isLate() {
        return bookedOn.isAfter(occurredOn);
    }

    /** As messages know its kind. */
    public String code() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
