package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Money;

/**
 * What is sent.
 *
 * @param grams weight of all pieces together
 * @param goods what the goods inside cost the buyer, tax included, for the free-over threshold
 */
public record Parcel(int grams, Money goods) {

    public Parcel {
        if (grams <= 0 || goods.isNegative()) {
            throw new IllegalArgumentException("A parcel has a weight and a price");
        }
    }
}
