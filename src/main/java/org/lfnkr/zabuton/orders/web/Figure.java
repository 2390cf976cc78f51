package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.shipping.Destination;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as it was told to a buyer, with what it hung on, so that a lower one can say why.
 *
 * @param units that the cart could fund
 * @param place where the parcel goes, see {@link Destination#place}
 * @param goods yen
 * @param gift yen, with what covers its fee
 */
record Figure(long units, String place, long goods, long gift) {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,9})~([A-Z]{2}(?:-\\d\\d)?)~(\\d{1,12})~(\\d{1,12})");

    /** What a page says about a figure that fell: how much it was, and why. */
    record Fall(long before, String key) {}

    static Figure of(ImpactEstimate estimate, PricedCart cart, Destination destination) {
        return new Figure(
                estimate.story().units(),
                destination.place(),
                cart.goods().yen(),
                cart.given().yen());
    }

    static Optional<Figure> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Figure(
                                Long.parseLong(parts.group(1)),
                                parts.group(2),
                                Long.parseLong(parts.group(3)),
                                Long.parseLong(parts.group(4))))
                : Optional.empty();
    }

    String text() {
        return units + "~" + place + "~" + goods + "~" + gift;
    }

    /** Null where it did not fall. */
    @Nullable Fall since(Figure earlier) {
        return units < earlier.units
                ? new Fall(earlier.units, "orders.fall." + reason(earlier))
                : null;
    }

    private String reason(Figure earlier) {
        if (!place.equals(earlier.place)) {
            return "destination";
        }
        if (goods < earlier.goods || gift < earlier.gift) {
            return "less";
        }
        return goods > earlier.goods ? "parcel" : "other";
    }
}
