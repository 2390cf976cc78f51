package org.lfnkr.zabuton.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells once, on the page that an act leads to, what has been done. It stands in no address, so
 * neither a reload nor a bookmark says it again: a cookie carries it, and the page takes it.
 */
public final class Told {

    /** Long enough for a slow way to the next page, and no longer. */
    static final HostCookie COOKIE = new HostCookie("told", Duration.ofMinutes(1));

    private static final Pattern WORDS = Pattern.compile("[a-z0-9.-]{1,200}");

    private Told() {}

    /**
     * Leads on to a page (303), whose focus goes to what is told.
     *
     * @param address from the root
     * @param key of the message, which that page takes
     */
    public static Rendering on(ServerWebExchange exchange, String address, String key) {
        if (!WORDS.matcher(key).matches()) {
            throw new IllegalArgumentException("No key of a message: " + key);
        }
        COOKIE.write(exchange.getResponse(), key);
        return Redirects.to(address + "#told");
    }

    /** Has something told on the page that is opened next, in the place of what was told now. */
    public static void next(ServerWebExchange exchange, String key) {
        COOKIE.write(exchange.getResponse(), key);
    }

    /**
     * What is to be told here, which is then told; null where there is nothing. What another page
     * is to tell stays for it.
     *
     * @param keys of the messages that the page can tell
     */
    public static @Nullable String take(ServerWebExchange exchange, Collection<String> keys) {
        Optional<String> told = COOKIE.read(exchange.getRequest()).filter(keys::contains);
        told.ifPresent(key -> COOKIE.clear(exchange.getResponse()));
        return told.orElse(null);
    }

    /**
     * The same where what is told has something added, such as whose it is.
     *
     * @param prefix that the page knows the rest of
     */
    public static Optional<String> after(ServerWebExchange exchange, String prefix) {
        Optional<String> told =
                COOKIE.read(exchange.getRequest())
                        .filter(key -> WORDS.matcher(key).matches())
                        .filter(key -> key.startsWith(prefix));
        told.ifPresent(key -> COOKIE.clear(exchange.getResponse()));
        return told.map(key -> key.substring(prefix.length()));
    }
}
