package org.lfnkr.zabuton.shipping.tariffs;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.FormReader;

/**
 * What a parcel up to a weight costs.
 *
 * @param charge what the buyer pays, tax included
 * @param carrierCost what the carrier takes from us
 * @param timed whether the carrier takes a wish for day and hours
 */
record RateDraft(int upToGrams, Money charge, Money carrierCost, boolean timed) {

    private static final int HEAVIEST = 30_000;

    /** All that it says but for which weight. */
    String value() {
        return charge.yen() + " " + carrierCost.yen() + " " + timed;
    }

    static RateDraft read(FormReader reader) {
        return new RateDraft(
                reader.number("upToGrams", 1, HEAVIEST),
                reader.sum("charge", 0),
                reader.sum("carrierCost", 0),
                reader.ticked("timed"));
    }
}
