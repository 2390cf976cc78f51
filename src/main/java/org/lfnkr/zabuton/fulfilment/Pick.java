package org.lfnkr.zabuton.fulfilment;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.kernel.Language;

/**
 * What is to be fetched from the shelf.
 *
 * @param name in the reader's language; empty where it is not on the shelf of the shop any more
 * @param orders how many wait for it
 */
record Pick(String sku, String name, int pieces, int orders) {

    /** The same for more orders. */
    Pick plus(Pick other) {
        return new Pick(sku, name, pieces + other.pieces, orders + other.orders);
    }

    Pick called(@Nullable Offer offer, Language language) {
        return offer == null
                ? this
                : new Pick(
                        sku,
                        offer.product().name().in(language)
                                + " "
                                + offer.variant().colourName().in(language),
                        pieces,
                        orders);
    }
}
