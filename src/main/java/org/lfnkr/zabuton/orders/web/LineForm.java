package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.Cart;
import org.lfnkr.zabuton.orders.CartLine;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.Optional;
import java.util.UUID;

/** Reads the small forms that put something into the cart or change how many there are. */
final class LineForm {

    private static final int LONGEST_COUNT = 4;

    private LineForm() {}

    /** More of a variant; what can't be understood changes nothing. */
    static Cart added(Cart cart, MultiValueMap<String, String> form) {
        return variant(form.getFirst("variant"))
                .map(variant -> cart.add(variant, quantity(form).orElse(1)))
                .orElse(cart);
    }

    /** Exactly so many of a variant that is in the cart; zero takes it out. */
    static Cart changed(Cart cart, String variant, MultiValueMap<String, String> form) {
        return variant(variant)
                .filter(known -> cart.quantityOf(known) > 0)
                .flatMap(known -> quantity(form).map(quantity -> cart.change(known, quantity)))
                .orElse(cart);
    }

    private static Optional<VariantId> variant(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString).map(VariantId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> quantity(MultiValueMap<String, String> form) {
        return Optional.ofNullable(form.getFirst("quantity"))
                .map(Typed::digits)
                .filter(digits -> !digits.isEmpty() && digits.length() <= LONGEST_COUNT)
                .map(digits -> Math.min(CartLine.MOST, Integer.parseInt(digits)));
    }
}
