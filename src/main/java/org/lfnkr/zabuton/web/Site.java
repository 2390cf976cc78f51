package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.util.List;

/**
 * Where the shop stands on the web.
 *
 * @param origin scheme, host and port that visitors use, without a path
 * @param paymentOrigins where a form may lead to besides the shop: Stripe's pages that take a
 *     payment, another card, or what is overdue
 * @param strictTransport what browsers are told about TLS besides this host
 */
@ConfigurationProperties("zabuton.web")
public record Site(
        URI origin,
        @DefaultValue({
                    "https://checkout.stripe.com",
                    "https://billing.stripe.com",
                    "https://invoice.stripe.com"
                })
                List<URI> paymentOrigins,
        @DefaultValue StrictTransport strictTransport) {

    /**
     * Both bind more than this shop, and are hard to take back, so they are the operator's choice.
     *
     * @param includeSubdomains whether every host below this one is TLS only
     * @param preload whether browsers may build it in, which needs the subdomains too
     *     (hstspreload.org)
     */
    public record StrictTransport(
            @DefaultValue("false") boolean includeSubdomains,
            @DefaultValue("false") boolean preload) {

        public StrictTransport {
            if (preload && !includeSubdomains) {
                throw new StartupRefused(
                        "zabuton.web.strict-transport.preload needs include-subdomains as well.");
            }
        }

        /** The header, for two years (RFC 6797). */
        public String header() {
            return "max-age=63072000"
                    + (includeSubdomains ? "; includeSubDomains" : "")
                    + (preload ? "; preload" : "");
        }
    }

    /** Where browsers trust a page without TLS, for development. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    public Site {
        if (origin == null) {
            throw new StartupRefused("zabuton.web.origin must be set: links lead there.");
        }
        requireOrigin(origin);
        paymentOrigins = List.copyOf(paymentOrigins);
    }

    /** As browsers write one (RFC 6454): scheme, host and perhaps a port, and nothing behind. */
    private static void requireOrigin(URI origin) {
        if (origin.getHost() == null
                || !origin.toString().equals(origin.getScheme() + "://" + origin.getAuthority())
                || origin.getUserInfo() != null) {
            throw new StartupRefused(
                    "zabuton.web.origin must be scheme and host alone, such as"
                            + " https://shop.example.org, without a slash or path behind it.");
        }
        if (!origin.getScheme().equals("https") && !LOOPBACK.contains(origin.getHost())) {
            throw new StartupRefused(
                    "zabuton.web.origin must begin with https://: cookies and form tokens travel"
                            + " over TLS only.");
        }
    }

    /** The full address of a path that begins with a slash. */
    public URI address(String path) {
        return URI.create(origin + path);
    }
}
