package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

/**
 * One kind of a product that can be put into a cart.
 *
 * @param sku what staff call it, such as {@code CUSHION-INDIGO}
 * @param colour key of the yarn or wood, such as {@code indigo}
 * @param price of one piece, consumption tax included
 * @param taxPercent the consumption tax inside the price
 * @param grams weight of one piece as it is sent
 * @param leadDays days until a piece made to order leaves; 0 where it is kept in stock
 */
public record Variant(
        VariantId id,
        String sku,
        String colour,
        Bilingual colourName,
        Money price,
        int taxPercent,
        int grams,
        boolean madeToOrder,
        int leadDays) {

    public Variant {
        if (!price.isPositive() || grams <= 0) {
            throw new IllegalArgumentException("A variant has a price and a weight: " + sku);
        }
        if (madeToOrder != leadDays > 0) {
            throw new IllegalArgumentException("What is made to order takes days: " + sku);
        }
    }

    /** The same at another price. */
    public Variant at(Money other) {
        return new Variant(
                id, sku, colour, colourName, other, taxPercent, grams, madeToOrder, leadDays);
    }
}
