package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A product on the shelf.
 *
 * @param colour of the variant whose picture is shown
 * @param price of the cheapest variant, tax included
 * @param from whether other variants cost more
 * @param availability of all variants together
 * @param impact what one piece of the variant that is shown could fund; null for no claim
 */
record ShelfCard(
        Product product,
        String colour,
        Money price,
        boolean from,
        Availability availability,
        @Nullable ImpactStory impact) {

    public String picture() {
        return "/pictures/" + product.slug() + "-" + colour + ".svg";
    }
}
