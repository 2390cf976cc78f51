package org.lfnkr.zabuton.ledger;

import java.util.Locale;

/**
 * The fact behind a journal entry; each is booked once.
 *
 * @param reference what tells it from others of its kind, such as {@code txn_…}
 */
public record Source(Kind kind, String reference) {

    public Source {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("A fact has a reference");
        }
    }

    /** A line of Stripe's balance. */
    public static Source stripe(String balanceTransaction) {
        return new Source(Kind.STRIPE, balanceTransaction);
    }

    /** Something that somebody of the organisation decided. */
    public static Source decision(String reference) {
        return new Source(Kind.DECISION, reference);
    }

    /** What follows from the same fact and stands in an entry of its own. */
    public Source part(String name) {
        return new Source(kind, reference + ":" + name);
    }

    /** As the journal knows it, such as {@code stripe:txn_…}. */
    @Override
    public String toString() {
        return kind.code() + ":" + reference;
    }

    /** Where facts about money come from. */
    public enum Kind {
        STRIPE,
        BANK,
        CASH,
        POSTAL,
        /** Cash that was taken at a counter. */
        TRAY,
        /** What a card terminal took. */
        TERMINAL,
        DECISION;

        /** As the database knows it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
