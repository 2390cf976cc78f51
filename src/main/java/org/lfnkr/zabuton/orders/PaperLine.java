package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Money;

import java.util.List;

/**
 * A line of an order as mails and papers show it.
 *
 * @param name of the product with its colour, in the reader's language
 * @param unitPrice tax included, in yen
 */
public record PaperLine(String name, int quantity, Money unitPrice, int taxPercent) {

    private static final int REDUCED = 8;

    /** All that was bought. */
    public static List<PaperLine> of(List<SoldLine> lines) {
        return lines.stream().map(line -> of(line, line.quantity())).toList();
    }

    /** So many pieces of a line, by the name under which they were sold. */
    public static PaperLine of(SoldLine line, int quantity) {
        String name = line.name() + " " + line.colour();
        return new PaperLine(name, quantity, line.unitPrice(), line.taxPercent());
    }

    /** Of some pieces of an order, in the order of its lines. */
    public static List<PaperLine> of(List<ParcelLine> some, List<SoldLine> ordered) {
        return ordered.stream()
                .flatMap(
                        line ->
                                some.stream()
                                        .filter(it -> it.variant().equals(line.variant()))
                                        .map(it -> of(line, it.quantity())))
                .toList();
    }

    /** Tax included, in yen. */
    public Money total() {
        return unitPrice.times(quantity);
    }

    /** An invoice marks what is taxed at the reduced rate. */
    public boolean reduced() {
        return taxPercent == REDUCED;
    }
}
