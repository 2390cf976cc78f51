package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartLine;
import org.lfnkr.zabuton.orders.cart.CartText;
import org.lfnkr.zabuton.vault.Tokens;
import org.lfnkr.zabuton.web.HostCookie;
import org.lfnkr.zabuton.web.PageAttribute;
import org.lfnkr.zabuton.web.PageState;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The cart in a signed cookie. One that was tampered with is an empty cart. */
@Component
class CartCookie implements PageAttribute, PageState {

    private static final String PURPOSE = "cart";
    private static final HostCookie COOKIE = new HostCookie("cart", Duration.ofDays(30));

    private static final VariantId NOTHING = new VariantId(new UUID(0, 0));

    private final Tokens tokens;

    CartCookie(Tokens tokens) {
        this.tokens = tokens;
    }

    public Cart read(ServerHttpRequest request) {
        return COOKIE.read(request).flatMap(this::parse).orElse(Cart.EMPTY);
    }

    private Optional<Cart> parse(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String content = value.substring(0, dot);
        return tokens.verify(PURPOSE, content, value.substring(dot + 1))
                ? CartText.parse(decode(content))
                : Optional.empty();
    }

    public void write(ServerHttpResponse response, Cart cart) {
        COOKIE.write(response, signed(cart));
    }

    private String signed(Cart cart) {
        String content = encode(CartText.of(cart));
        return content + "." + tokens.sign(PURPOSE, content);
    }

    public void clear(ServerHttpResponse response) {
        COOKIE.clear(response);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    }

    @Override
    public String name() {
        return "cartCount";
    }

    @Override
    public Object value(ServerHttpRequest request) {
        return read(request).pieces();
    }

    @Override
    public String cookie() {
        return "__Host-cart";
    }

    /** As many pieces of nothing, which is all that a page shows of a cart. */
    @Override
    public Optional<String> shared(String value) {
        int pieces = parse(value).orElse(Cart.EMPTY).pieces();
        if (pieces == 0) {
            return Optional.of("");
        }
        return pieces > CartLine.MOST ? Optional.empty() : Optional.of(ofNothing(pieces));
    }

    private String ofNothing(int pieces) {
        return signed(Cart.EMPTY.add(NOTHING, pieces));
    }
}
