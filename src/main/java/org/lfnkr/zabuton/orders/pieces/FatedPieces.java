package org.lfnkr.zabuton.orders.pieces;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.ParcelLine;

/**
 * What becomes of some pieces of one line of an order.
 *
 * @param quantity at least one
 */
public record FatedPieces(VariantId variant, int quantity, PieceFate fate) {

    public FatedPieces {
        if (quantity < 1) {
            throw new IllegalArgumentException("A fate is of at least one piece: " + variant);
        }
    }

    /** The same in words of parcels. */
    public ParcelLine pieces() {
        return new ParcelLine(variant, quantity);
    }
}
