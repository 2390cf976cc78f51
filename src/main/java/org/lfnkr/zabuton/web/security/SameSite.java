package org.lfnkr.zabuton.web.security;

import org.lfnkr.zabuton.web.Site;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Whether the browser itself says that a form comes from a page of ours. No page can make it say so
 * of another's; one that says nothing, such as a program, isn't believed and needs the form's
 * token.
 */
@Component
class SameSite {

    private final String origin;

    SameSite(Site site) {
        this.origin = site.origin().toString();
    }

    /** All that is said must agree (Fetch Metadata, RFC 6454); at least one must be said. */
    boolean isSaid(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        String from = headers.getFirst(HttpHeaders.ORIGIN);
        boolean siteFits = site == null || site.equals("same-origin");
        boolean originFits = from == null || from.equals(origin);
        return siteFits && originFits && (site != null || from != null);
    }
}
