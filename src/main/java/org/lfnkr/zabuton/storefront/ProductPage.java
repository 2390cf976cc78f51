package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Proceeds;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.shipping.Destination;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;

import java.util.List;

/**
 * A product with one of its variants chosen.
 *
 * @param to where one piece is sent to, for all that is said below
 * @param proceeds where the price of one piece and its shipping go; null where costs are not known
 * @param impact what one piece could fund; null for no claim
 * @param shipping what sending one piece costs; null where it can't be sent
 * @param refusal why it can't be sent there; null where it can
 */
record ProductPage(
        Product product,
        List<Choice> choices,
        Choice chosen,
        Destination to,
        @Nullable Proceeds proceeds,
        @Nullable ImpactStory impact,
        @Nullable Quoted shipping,
        @Nullable Bilingual refusal) {

    ProductPage {
        choices = List.copyOf(choices);
    }

    public Bilingual destination() {
        return to.words();
    }

    /** A variant to choose. */
    record Choice(Variant variant, Availability availability, String picture) {}
}
