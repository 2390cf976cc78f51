package org.lfnkr.zabuton.web.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The strict headers that stand on every answer, the server's own included. */
@Component
class SecurityHeaders {

    private final Map<String, String> headers;

    SecurityHeaders(Site site) {
        this.headers =
                Map.of(
                        "Content-Security-Policy", contentSecurityPolicy(site),
                        "Strict-Transport-Security", site.strictTransport().header(),
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Permissions-Policy",
                                "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
                                        + " browsing-topics=()");
    }

    /**
     * A page may be stricter than the rest. What says nothing else is kept by no browser and no
     * proxy: most pages are somebody's.
     */
    void putOn(HttpHeaders answer) {
        headers.forEach((name, value) -> putIfMissing(answer, name, value));
        putIfMissing(answer, HttpHeaderNames.CACHE_CONTROL.toString(), "no-store");
    }

    private static void putIfMissing(HttpHeaders answer, String name, String value) {
        if (!answer.contains(name)) {
            answer.set(name, value);
        }
    }

    /** By name. */
    Map<String, String> all() {
        return headers;
    }

    /** Forms may lead to the payment page, since browsers check redirects after a form as well. */
    private static String contentSecurityPolicy(Site site) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "connect-src 'self'",
                "form-action 'self' " + String.join(" ", origins(site)),
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'");
    }

    private static List<String> origins(Site site) {
        return site.paymentOrigins().stream().map(URI::toString).toList();
    }
}
