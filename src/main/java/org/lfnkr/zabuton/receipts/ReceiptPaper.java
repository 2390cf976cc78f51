package org.lfnkr.zabuton.receipts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a receipt says.
 *
 * @param replaces the number of the one whose place it takes; null for a first one
 */
public record ReceiptPaper(
        String number,
        LocalDate issuedOn,
        Addressee addressee,
        List<Line> lines,
        @Nullable String replaces) {

    static final String TEMPLATE = "receipts/papers/receipt";

    /**
     * @param fund ends the message key of what it is for
     */
    public record Line(LocalDate receivedOn, String fund, GiftParts parts) {

        static Line of(MemberGift gift) {
            return new Line(
                    BusinessDate.of(gift.charge().chargedAt()),
                    gift.fund().name(),
                    gift.charge().kept());
        }
    }

    public ReceiptPaper {
        lines = List.copyOf(lines);
    }

    /** Yen of all lines. */
    public GiftParts parts() {
        return lines.stream().map(Line::parts).reduce(GiftParts.NONE, GiftParts::plus);
    }

    Map<String, Object> asModel() {
        return Map.of("receipt", this);
    }

    @Override
    public String toString() {
        return "ReceiptPaper[" + number + "]";
    }
}
