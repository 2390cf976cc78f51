package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;

import java.util.List;

/**
 * A product with one of its variants chosen.
 *
 * @param proceeds where the price of one piece goes
 * @param impact what one piece could fund; null for no claim
 * @param shipping what one piece costs to Tokyo; null where it can't be sent
 */
record ProductPage(
        Product product,
        List<Choice> choices,
        Choice chosen,
        Proceeds proceeds,
        @Nullable ImpactStory impact,
        @Nullable Quoted shipping) {

    ProductPage {
        choices = List.copyOf(choices);
    }

    /** A variant to choose. */
    record Choice(Variant variant, Availability availability, String picture) {}
}
