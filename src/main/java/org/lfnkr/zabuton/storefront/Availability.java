package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Variant;

/**
 * Whether a variant can be had, as a page says it.
 *
 * @param mark {@code in}, {@code few}, {@code out} or {@code order}; the style sheet knows these
 * @param key the message that says it
 * @param number pieces that are left, or days that it takes
 */
record Availability(String mark, String key, int number) {

    private static final int FEW = 5;

    static Availability of(Variant variant, int pieces) {
        if (variant.madeToOrder()) {
            return new Availability("order", "storefront.made-to-order", variant.leadDays());
        }
        if (pieces == 0) {
            return new Availability("out", "storefront.sold-out", 0);
        }
        return pieces <= FEW
                ? new Availability("few", "storefront.few", pieces)
                : new Availability("in", "storefront.in-stock", pieces);
    }

    public boolean canBeHad() {
        return !mark.equals("out");
    }
}
