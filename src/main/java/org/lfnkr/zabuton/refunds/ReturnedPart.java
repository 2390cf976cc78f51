package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.bookkeeping.Part;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.cart.ConsumptionTax;

import java.util.List;
import java.util.Locale;

/**
 * A part of a refund, as the buyer reads it.
 *
 * @param name what was sold; empty for what is no line
 * @param pieces 0 where it is no number of whole pieces, or no line
 * @param percent of consumption tax inside it; 0 for what is not taxed
 */
public record ReturnedPart(String kind, String name, int pieces, int percent, Money total) {

    private static final int REDUCED = 8;

    static ReturnedPart of(Part part, Money yen, List<SoldLine> lines) {
        return switch (part.kind()) {
            case LINE -> of(lines.get(part.line()), yen);
            case SHIPPING -> plain(part, ConsumptionTax.SHIPPING_PERCENT, yen);
            case GIFT, GOODWILL -> plain(part, 0, yen);
        };
    }

    private static ReturnedPart of(SoldLine line, Money yen) {
        long price = line.unitPrice().yen();
        int pieces = yen.yen() % price == 0 ? (int) (yen.yen() / price) : 0;
        String name = line.name() + " " + line.colour();
        return new ReturnedPart("line", name, pieces, line.taxPercent(), yen);
    }

    private static ReturnedPart plain(Part part, int percent, Money yen) {
        String kind = part.kind().name().toLowerCase(Locale.ROOT);
        return new ReturnedPart(kind, "", 0, percent, yen);
    }

    public boolean isLine() {
        return kind.equals("line");
    }

    /** An invoice marks what is taxed at the reduced rate. */
    public boolean isReduced() {
        return percent == REDUCED;
    }
}
