package org.lfnkr.zabuton.web;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import java.util.List;

/**
 * Forms that change nothing but a cookie of the visitor's own browser, and stand on pages that all
 * visitors share. They carry no token: the browser must say that they come from a page of ours.
 * Each module declares its own as a bean.
 *
 * @param patterns path patterns; {@code /{lang}} stands for a language
 */
public record OwnForms(List<String> patterns) {

    public OwnForms {
        patterns = List.copyOf(patterns);
    }

    public static OwnForms of(String... patterns) {
        return new OwnForms(List.of(patterns));
    }

    /** Finds them. */
    public ServerWebExchangeMatcher matcher() {
        return ServerWebExchangeMatchers.pathMatchers(
                HttpMethod.POST, patterns.toArray(String[]::new));
    }
}
