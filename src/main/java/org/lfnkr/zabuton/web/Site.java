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
 */
@ConfigurationProperties("zabuton.web")
public record Site(
        URI origin,
        @DefaultValue({
                    "https://checkout.stripe.com",
                    "https://billing.stripe.com",
                    "https://invoice.stripe.com"
                })
                List<URI> paymentOrigins) {

    public Site {
        if (origin == null) {
            throw new StartupRefused("zabuton.web.origin must be set: links lead there.");
        }
        paymentOrigins = List.copyOf(paymentOrigins);
    }

    /** The full address of a path that begins with a slash. */
    public URI address(String path) {
        return URI.create(origin + path);
    }
}
