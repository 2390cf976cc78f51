package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.papers.Lines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a receipt says.
 *
 * @param replaces the numbers of those whose place it takes, oldest first
 */
public record ReceiptPaper(
        String number,
        LocalDate issuedOn,
        Addressee addressee,
        List<Line> lines,
        List<String> replaces) {

    static final String TEMPLATE = "receipts/papers/receipt";

    /**
     * @param fund ends the message key of what it is for
     */
    public record Line(LocalDate receivedOn, String fund, GiftParts parts) {

        static Line of(MemberGift gift) {
            return new Line(
                    BusinessDate.of(gift.charge().chargedAt()),
                    gift.fund().code(),
                    gift.charge().kept());
        }
    }

    public ReceiptPaper {
        lines = List.copyOf(lines);
        replaces = List.copyOf(replaces);
    }

    /** Yen of all lines. */
    public GiftParts parts() {
        return lines.stream().map(Line::parts).reduce(GiftParts.NONE, GiftParts::plus);
    }

    /** The lines as they stay together on pages. */
    public List<List<Line>> groups() {
        return Lines.grouped(lines);
    }

    Map<String, Object> asModel() {
        return Map.of("receipt", this);
    }

    @Override
    public String toString() {
        return "ReceiptPaper[" + number + "]";
    }
}
