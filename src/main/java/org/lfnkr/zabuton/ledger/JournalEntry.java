package org.lfnkr.zabuton.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * One thing that happened, in double entry. On which day it is booked, the database decides.
 *
 * @param source the fact behind it; unique in the journal
 * @param occurredOn the day on which it happened, by the Tokyo calendar
 * @param kind what happened, such as {@code CHARGE}
 * @param postings at least two, which add up to zero
 */
public record JournalEntry(
        Source source, LocalDate occurredOn, String kind, List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("An entry has two postings or more: " + source);
        }
        if (postings.stream().mapToLong(Posting::yen).reduce(0, Math::addExact) != 0) {
            throw new IllegalArgumentException("The postings don't add up to zero: " + source);
        }
    }
}
