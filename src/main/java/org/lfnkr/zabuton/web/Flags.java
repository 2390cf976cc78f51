package org.lfnkr.zabuton.web;

import org.springframework.web.server.ServerWebExchange;

/**
 * What an address says by a word alone, such as {@code ?sent}. Spring reads a parameter without a
 * value as one that is absent, so {@code @RequestParam} never sees it.
 */
public final class Flags {

    private Flags() {}

    public static boolean has(ServerWebExchange exchange, String word) {
        return exchange.getRequest().getQueryParams().containsKey(word);
    }
}
