package org.lfnkr.zabuton.bookkeeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An entry of the journal that a payment made.
 *
 * @param kind why it was made, such as {@code REFUND}
 * @param postings which add up to zero
 */
public record BookedEntry(LocalDate bookedOn, String kind, List<BookedPosting> postings) {

    public BookedEntry {
        postings = List.copyOf(postings);
    }

    /** As messages know its kind. */
    public String code() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
