package org.lfnkr.zabuton.web;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * A form that comes back with everything that was typed, without having been carried out: because
 * its token is gone, or because its language was switched.
 *
 * @param form which of a page's forms: the path that it leads to, behind the language, or its id
 *     after a {@code #}
 * @param expired whether its token was gone, which the page then says
 * @param typed as it was sent
 */
public record Retyped(String form, boolean expired, MultiValueMap<String, String> typed) {

    /** Templates see attributes of the exchange under their names. */
    public static final String NAME = "retyped";

    /** In the address of a page to which a form without its token was led instead. */
    public static final String EXPIRED = "expired";

    /** In the address of a page that is sent a form to show again: the id of that form. */
    public static final String KEPT = "typed";

    /**
     * Where a form is sent that a page is to show again.
     *
     * @param page path and query
     * @param form its id on that page
     */
    public static String page(String page, String form) {
        return page + (page.contains("?") ? "&" : "?") + KEPT + "=" + form;
    }

    /** What was typed, or nothing where no form comes back. */
    public static MultiValueMap<String, String> typed(ServerWebExchange exchange) {
        return exchange.getAttribute(NAME) instanceof Retyped form
                ? form.typed()
                : new LinkedMultiValueMap<>();
    }

    /** Whether a form came back, or its page was led to, because its token was gone. */
    public static boolean isExpired(ServerWebExchange exchange) {
        return exchange.getAttribute(NAME) instanceof Retyped form
                ? form.expired()
                : Flags.has(exchange, EXPIRED);
    }

    /** Whether this is the form of a page that leads to an address, or has an id. */
    public boolean is(String action, String id) {
        return form.equals("#" + id) || form.equals(behindLanguage(action));
    }

    /** A path without the language that it begins with. */
    public static String behindLanguage(String path) {
        return path.replaceFirst("^/(en|ja)(?=/|$)", "");
    }
}
