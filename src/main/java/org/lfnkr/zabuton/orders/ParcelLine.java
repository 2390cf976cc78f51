package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.VariantId;

/**
 * So many pieces of one line of an order; an order has one line for each variant.
 *
 * @param quantity at least one
 */
public record ParcelLine(VariantId variant, int quantity) {

    public ParcelLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line holds at least one piece: " + variant);
        }
    }
}
