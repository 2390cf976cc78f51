package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Money;

/**
 * A line of an order as mails and papers show it.
 *
 * @param name of the product with its colour, in the reader's language
 * @param unitPrice tax included, in yen
 */
public record PaperLine(String name, int quantity, Money unitPrice, int taxPercent) {

    private static final int REDUCED = 8;

    /** Tax included, in yen. */
    public Money total() {
        return unitPrice.times(quantity);
    }

    /** An invoice marks what is taxed at the reduced rate. */
    public boolean reduced() {
        return taxPercent == REDUCED;
    }
}
