package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.catalog.Variant;

import java.util.Comparator;
import java.util.List;

/**
 * Whether a variant can be had, as a page says it.
 *
 * @param mark {@code in}, {@code few}, {@code some}, {@code out} or {@code order}; the style sheet
 *     knows these
 * @param key the message that says it
 * @param number pieces that are left, days that it takes, or colours that can be had
 * @param of how many colours there are
 */
record Availability(String mark, String key, int number, int of) {

    private static final int FEW = 5;

    static Availability of(Variant variant, int pieces) {
        if (variant.madeToOrder()) {
            return new Availability("order", "storefront.made-to-order", variant.leadDays(), 1);
        }
        if (pieces == 0) {
            return new Availability("out", "storefront.sold-out", 0, 1);
        }
        return stocked(pieces);
    }

    private static Availability stocked(int pieces) {
        return pieces <= FEW
                ? new Availability("few", "storefront.few", pieces, 1)
                : new Availability("in", "storefront.in-stock", pieces, 1);
    }

    /** Of a product as a whole: true of every colour, or it says of how many it is true. */
    static Availability of(List<Availability> colours) {
        List<Availability> toBeHad = colours.stream().filter(Availability::canBeHad).toList();
        if (toBeHad.isEmpty()) {
            return colours.getFirst();
        }
        if (toBeHad.size() < colours.size()) {
            return new Availability("some", "storefront.some", toBeHad.size(), colours.size());
        }
        int pieces = toBeHad.stream().mapToInt(Availability::pieces).sum();
        return pieces > 0 ? stocked(pieces) : longest(toBeHad);
    }

    private static Availability longest(List<Availability> made) {
        return made.stream().max(Comparator.comparing(Availability::number)).orElseThrow();
    }

    private int pieces() {
        return mark.equals("order") ? 0 : number;
    }

    /** As schema.org calls it, for a variant. */
    String schema() {
        return "https://schema.org/"
                + switch (mark) {
                    case "in" -> "InStock";
                    case "few" -> "LimitedAvailability";
                    case "order" -> "MadeToOrder";
                    case "out" -> "OutOfStock";
                    default -> throw new IllegalStateException("Not of a variant: " + mark);
                };
    }

    public boolean canBeHad() {
        return !mark.equals("out");
    }
}
