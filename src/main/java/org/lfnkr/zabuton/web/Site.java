package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.net.URI;

/**
 * Where the shop stands on the web.
 *
 * @param origin scheme, host and port that visitors use, without a path
 * @param paymentOrigin where a form may lead to besides the shop: the page that takes the payment
 */
@ConfigurationProperties("zabuton.web")
public record Site(URI origin, URI paymentOrigin) {

    public Site {
        if (origin == null || paymentOrigin == null) {
            throw new StartupRefused(
                    "zabuton.web.origin and zabuton.web.payment-origin must be set: links lead there.");
        }
    }

    /** The full address of a path that begins with a slash. */
    public URI address(String path) {
        return URI.create(origin + path);
    }
}
