package org.lfnkr.zabuton.stock.movements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * What is kept in stock, as staff see it in a list.
 *
 * @param sku what staff call it
 * @param onHand pieces that nobody has paid for
 * @param reserved how many of them are held for orders that aren't paid yet
 * @param lowAt at so many available ones, or fewer, there are few; null where nobody has said
 */
record StockPiece(
        VariantId variant,
        String sku,
        Bilingual name,
        Bilingual colour,
        int onHand,
        int reserved,
        @Nullable Integer lowAt) {

    /** What can be promised. */
    public int available() {
        return onHand - reserved;
    }

    public boolean isOut() {
        return available() == 0;
    }

    public boolean isLow() {
        return lowAt != null && available() <= lowAt;
    }
}
