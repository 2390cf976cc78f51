package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Money;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the mails about a gift say, whichever it is.
 *
 * @param name of the person it goes to
 * @param cause code of what it is given for
 * @param elsewhere code of what its money went to, where that is something else; otherwise null
 * @param frequency code of how often it is given
 * @param on when it was given or pledged
 * @param parts as they were paid or are to be paid
 * @param refunded what went back so far
 * @param halted whether the plan ends because of a dispute of one of its gifts
 * @param impact what may be said of it now, a sentence each; may be empty
 * @param page of the gift, in the reader's language
 * @param anew where another gift begins
 * @param konbini how to pay at a convenience store, while that is awaited
 */
record GiftLetterModel(
        String reference,
        String name,
        String cause,
        @Nullable String elsewhere,
        String frequency,
        Instant on,
        GiftParts parts,
        GiftParts refunded,
        boolean halted,
        List<String> impact,
        URI page,
        URI anew,
        @Nullable Konbini konbini) {

    /** Where the store's instructions are, and until when it takes the money. */
    public record Konbini(URI instructions, Instant payBy) {}

    public GiftLetterModel {
        impact = List.copyOf(impact);
    }

    public Money total() {
        return parts.total();
    }

    public boolean refundedWhole() {
        return refunded.total().equals(parts.total());
    }

    public boolean regular() {
        return !frequency.equals(Frequency.ONCE.code());
    }

    /** For {@link org.lfnkr.zabuton.mail.LetterContent}. */
    public Map<String, Object> asModel() {
        return Map.of("gift", this);
    }

    @Override
    public String toString() {
        return "GiftLetterModel[" + reference + "]";
    }
}
