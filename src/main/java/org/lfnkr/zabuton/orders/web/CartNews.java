package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.PricedLine;
import org.lfnkr.zabuton.web.Told;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the cart page says about what has just been done to the cart.
 *
 * @param what one of the last words of {@code orders.said.…}
 * @param variant whose name is said, as the cart knows it; empty for none
 */
record CartNews(String what, String variant) {

    private static final String SAID = "orders.said.";
    private static final String MORE = "more";
    private static final String FEWER = "fewer";
    private static final String REMOVED = "removed";
    private static final String GIFT = "gift";
    private static final String NO_GIFT = "no-gift";
    private static final String COVER = "cover";
    private static final String NO_COVER = "no-cover";

    /** How two carts differ; empty where they don't. */
    static Optional<CartNews> between(Cart before, Cart after) {
        return Stream.concat(before.variants().stream(), after.variants().stream())
                .map(it -> of(it, before.quantityOf(it), after.quantityOf(it)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> gift(before, after));
    }

    private static Optional<CartNews> of(VariantId variant, int before, int after) {
        if (before == after) {
            return Optional.empty();
        }
        if (after == 0) {
            return Optional.of(new CartNews(REMOVED, ""));
        }
        return Optional.of(new CartNews(after > before ? MORE : FEWER, variant.value().toString()));
    }

    private static Optional<CartNews> gift(Cart before, Cart after) {
        return after.gift().equals(before.gift())
                ? cover(before, after)
                : Optional.of(
                        new CartNews(after.gift().equals(CartGift.NONE) ? NO_GIFT : GIFT, ""));
    }

    private static Optional<CartNews> cover(Cart before, Cart after) {
        return after.coversFee() == before.coversFee()
                ? Optional.empty()
                : Optional.of(new CartNews(after.coversFee() ? COVER : NO_COVER, ""));
    }

    /** Takes what {@link #on} told; what the cart contradicts is not said. */
    static @Nullable CartNews take(ServerWebExchange exchange, PricedCart cart) {
        return Told.after(exchange, SAID)
                .map(told -> told.split("\\.", 2))
                .map(told -> new CartNews(told[0], told.length > 1 ? told[1] : ""))
                .filter(news -> news.holds(cart))
                .orElse(null);
    }

    private boolean holds(PricedCart cart) {
        return switch (what) {
            case MORE, FEWER -> line(cart).isPresent();
            case GIFT -> !cart.isEmpty() && cart.gift().isPositive();
            case NO_GIFT -> !cart.gift().isPositive();
            case COVER -> !cart.isEmpty() && cart.cover().isPositive();
            case NO_COVER -> !cart.cover().isPositive();
            case REMOVED -> true;
            default -> false;
        };
    }

    /** Leads to the cart page, which says so. */
    Rendering on(ServerWebExchange exchange, Language language) {
        return Told.on(
                exchange,
                "/" + language.tag() + "/cart",
                key() + (variant.isEmpty() ? "" : "." + variant));
    }

    public String key() {
        return SAID + what;
    }

    /**
     * What its message takes: name, colour and number of the piece that it is about; nothing where
     * it is about none.
     */
    public Object[] arguments(PricedCart cart, Language language) {
        return line(cart).map(line -> arguments(line, language)).orElseGet(() -> new Object[0]);
    }

    private Optional<PricedLine> line(PricedCart cart) {
        return cart.lines().stream()
                .filter(line -> line.variant().id().value().toString().equals(variant))
                .findFirst();
    }

    private static Object[] arguments(PricedLine line, Language language) {
        return new Object[] {
            line.offer().product().name().in(language),
            line.variant().colourName().in(language),
            line.quantity()
        };
    }
}
