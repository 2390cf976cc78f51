package org.lfnkr.zabuton.stock;

import org.lfnkr.zabuton.catalog.VariantId;

/**
 * So many pieces of one variant.
 *
 * @param quantity at least one
 */
public record StockLine(VariantId variant, int quantity) {

    public StockLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line holds at least one piece: " + variant);
        }
    }
}
