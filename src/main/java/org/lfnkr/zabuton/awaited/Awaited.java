package org.lfnkr.zabuton.awaited;

import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;

/**
 * A piece that somebody may wait for.
 *
 * @param there whether it can be had now
 */
record Awaited(Offer offer, boolean there) {

    VariantId variant() {
        return offer.variant().id();
    }

    /** Where it is shown, behind the language. */
    public String page() {
        return "/products/" + offer.product().slug() + "?colour=" + offer.variant().colour();
    }
}
