package org.lfnkr.zabuton.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Puts the strict headers on every answer. It stands before everything else, so that refused and
 * failed requests carry them too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter implements WebFilter {

    private final Map<String, String> headers;

    SecurityHeadersFilter(Site site) {
        this.headers =
                Map.of(
                        "Content-Security-Policy", contentSecurityPolicy(site),
                        "Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload",
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Permissions-Policy",
                                "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
                                        + " browsing-topics=()");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders response = exchange.getResponse().getHeaders();
        headers.forEach(response::set);
        return chain.filter(exchange);
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
