package org.lfnkr.zabuton.web;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.net.URI;

/**
 * Where the reader stands: the page's address in its own and in the other language.
 *
 * @param language the language of the page
 * @param path the path behind the language, empty for the home page
 * @param query the query with its question mark, or empty
 * @param origin scheme, host and port of the shop
 */
public record PageLocation(Language language, String path, String query, URI origin) {

    static PageLocation of(ServerHttpRequest request, Language language, Site site) {
        String path = request.getPath().pathWithinApplication().value();
        String inLanguage = "/" + language.tag();
        String rest = path.startsWith(inLanguage) ? path.substring(inLanguage.length()) : "";
        String query = request.getURI().getRawQuery();
        return new PageLocation(language, rest, query == null ? "" : "?" + query, site.origin());
    }

    /** This page in the other language, with its query, so that switching keeps the place. */
    public String switched() {
        return "/" + language.other().tag() + path + query;
    }

    /** The one full address of this page in a language, without the query. */
    public String canonical(Language in) {
        return origin + "/" + in.tag() + path;
    }

    /** This page for readers of neither language. */
    public String forOthers() {
        return canonical(Language.EN);
    }
}
