package org.lfnkr.zabuton.web;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

import java.time.Duration;
import java.util.Optional;

/**
 * A cookie of this host alone: the {@code __Host-} prefix makes browsers refuse it from any other
 * host and over plain connections. Scripts can't read it.
 *
 * @param name without the prefix
 * @param age how long a browser keeps it
 */
public record HostCookie(String name, Duration age) {

    private static final String PREFIX = "__Host-";

    public Optional<String> read(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(PREFIX + name))
                .map(HttpCookie::getValue);
    }

    public void write(ServerHttpResponse response, String value) {
        put(response, cookie(value, age));
    }

    public void clear(ServerHttpResponse response) {
        put(response, cookie("", Duration.ZERO));
    }

    /** In the place of what was said of it before. */
    private static void put(ServerHttpResponse response, ResponseCookie cookie) {
        response.getCookies().set(cookie.getName(), cookie);
    }

    private ResponseCookie cookie(String value, Duration maxAge) {
        return ResponseCookie.from(PREFIX + name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
    }
}
