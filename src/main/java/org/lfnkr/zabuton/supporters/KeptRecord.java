package org.lfnkr.zabuton.supporters;

import java.time.LocalDate;

/**
 * What the law makes us keep of somebody who is erased.
 *
 * @param kind ends the message key {@code <section>.data.kept.<kind>}, which says what it is and by
 *     which law
 * @param until the last day; it is destroyed after it, by itself
 * @param text what is kept of the person, such as name and address of a giver with the gift; sealed
 *     under a key of its own. Empty where nothing of the person is kept, as in the books.
 */
public record KeptRecord(String kind, LocalDate until, String text) {

    @Override
    public String toString() {
        return "KeptRecord[" + kind + "]";
    }
}
