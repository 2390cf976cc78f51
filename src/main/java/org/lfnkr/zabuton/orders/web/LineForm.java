package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartLine;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the small forms that put something into the cart or change how many there are. */
sealed interface LineForm {

    String VARIANT = "variant";
    String QUANTITY = "quantity";

    record Understood(Cart cart) implements LineForm {}

    /**
     * @param typed as much of it as one needs to see what one typed
     */
    record Refused(VariantId variant, String typed, LineRefusal reason) implements LineForm {

        private static final int SHOWN = 40;

        public Refused {
            typed =
                    Typed.length(typed) > SHOWN
                            ? typed.substring(0, typed.offsetByCodePoints(0, SHOWN))
                            : typed;
        }
    }

    /** More of a variant, one where nothing else is said; no variant changes nothing. */
    static LineForm added(Cart cart, Map<String, String> form) {
        return variant(form.get(VARIANT))
                .map(variant -> added(cart, variant, form.getOrDefault(QUANTITY, "1")))
                .orElse(new Understood(cart));
    }

    private static LineForm added(Cart cart, VariantId variant, String typed) {
        return TypedNumber.count(typed)
                .map(more -> added(cart, variant, typed, more))
                .orElse(new Refused(variant, typed, LineRefusal.MALFORMED));
    }

    private static LineForm added(Cart cart, VariantId variant, String typed, int more) {
        if (more == 0) {
            return new Refused(variant, typed, LineRefusal.NONE);
        }
        if (more > CartLine.MOST - cart.quantityOf(variant)) {
            return new Refused(variant, typed, LineRefusal.TOO_MANY);
        }
        return cart.takes(variant)
                ? new Understood(cart.add(variant, more))
                : new Refused(variant, typed, LineRefusal.FULL);
    }

    /** Exactly so many of a variant that is in the cart; zero takes it out. */
    static LineForm changed(Cart cart, String variant, Map<String, String> form) {
        return variant(variant)
                .filter(known -> cart.quantityOf(known) > 0)
                .map(known -> changed(cart, known, form.getOrDefault(QUANTITY, "")))
                .orElse(new Understood(cart));
    }

    private static LineForm changed(Cart cart, VariantId variant, String typed) {
        return TypedNumber.count(typed)
                .map(
                        count ->
                                count > CartLine.MOST
                                        ? new Refused(variant, typed, LineRefusal.TOO_MANY)
                                        : new Understood(cart.change(variant, count)))
                .orElse(new Refused(variant, typed, LineRefusal.MALFORMED));
    }

    private static Optional<VariantId> variant(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString).map(VariantId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
