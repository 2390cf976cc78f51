package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.catalog.VariantId;

/**
 * So many pieces of one variant.
 *
 * @param quantity 1 to {@value #MOST}
 */
public record CartLine(VariantId variant, int quantity) {

    public static final int MOST = 99;

    public CartLine {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("A line holds 1 to 99 pieces");
        }
    }
}
