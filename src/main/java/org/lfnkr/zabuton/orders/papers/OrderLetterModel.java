package org.lfnkr.zabuton.orders.papers;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.PaperLine;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the mails about an order say, whichever it is.
 *
 * @param name of the person it goes to
 * @param shipping tax included, in yen
 * @param cover given for the payment fee, apart from the gift, in yen
 * @param refunded what went back so far, in yen
 * @param standing what may be said of it now
 * @param impact what may be said of it now, a sentence each; may be empty
 * @param page of the order, in the reader's language
 * @param konbini how to pay at a convenience store, while that is awaited
 * @param minDays until it arrives, from the payment on
 */
public record OrderLetterModel(
        String reference,
        Instant placedAt,
        String name,
        List<PaperLine> lines,
        Money shipping,
        Money gift,
        Money cover,
        Money total,
        Money refunded,
        OrderStanding standing,
        List<String> impact,
        URI page,
        @Nullable Konbini konbini,
        int minDays,
        int maxDays,
        Arrival arrival) {

    /**
     * What is said of the arrival beside the days.
     *
     * @param toAnother whether somebody else gets it than who ordered it
     * @param wish when the buyer wishes to have it; or empty
     * @param lost the day that was wished and can't be kept; or empty
     */
    public record Arrival(boolean toAnother, String wish, String lost) {

        public static final Arrival PLAIN = new Arrival(false, "", "");
    }

    /** Where the store's instructions are, and until when it takes the money. */
    public record Konbini(URI instructions, Instant payBy) {}

    public OrderLetterModel {
        lines = List.copyOf(lines);
        impact = List.copyOf(impact);
    }

    /** It was paid, but the last piece had gone to somebody else. */
    public boolean soldOut() {
        return standing.isSoldOut();
    }

    /** It was paid, and so was another order that had taken its place. */
    public boolean paidTwice() {
        return standing.isPaidTwice();
    }

    /** The bank asks about the payment. */
    public boolean disputed() {
        return standing.isDisputed();
    }

    /** All of the money went back. */
    public boolean refundedWhole() {
        return refunded.equals(total);
    }

    /** For {@link org.lfnkr.zabuton.mail.LetterContent}. */
    public Map<String, Object> asModel() {
        return Map.of("order", this);
    }

    @Override
    public String toString() {
        return "OrderLetterModel[" + reference + "]";
    }
}
